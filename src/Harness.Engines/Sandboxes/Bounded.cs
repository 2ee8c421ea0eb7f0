namespace Harness.Engines.Sandboxes;

/// <summary>Waiting with an end.</summary>
internal static class Bounded
{
    /// <summary>Waits for a task, however it ends; false when it did not in time.</summary>
    public static async Task<bool> EndsWithin(Task task, TimeSpan limit, TimeProvider time)
    {
        using var timer = new CancellationTokenSource();
        await Task.WhenAny(task, Task.Delay(limit, time, timer.Token));
        await timer.CancelAsync();
        return task.IsCompleted;
    }

    /// <summary>Asks the engine something it must answer in time.</summary>
    /// <exception cref="EngineException">It failed, or did not answer.</exception>
    public static async Task<T> Ask<T>(
        Func<CancellationToken, Task<T>> question, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken = default)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await question(either.Token);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EngineException(EngineFault.EngineLost, $"The engine did not answer within {limit.TotalSeconds} s.", e);
        }
    }

    /// <inheritdoc cref="Ask{T}"/>
    public static Task Ask(
        Func<CancellationToken, Task> question, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken = default) => Ask(
        async token =>
        {
            await question(token);
            return true;
        },
        limit,
        time,
        cancellationToken);
}
