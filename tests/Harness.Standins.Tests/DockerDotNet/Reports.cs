namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>Keeps what is reported, in order and at once; <see cref="Progress{T}"/> would do neither.</summary>
public sealed class Reports<T> : IProgress<T>
{
    private readonly Lock _lock = new();
    private readonly List<T> _seen = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<T> Seen
    {
        get
        {
            lock (_lock)
                return [.. _seen];
        }
    }

    public void Report(T value)
    {
        TaskCompletionSource next;
        lock (_lock)
        {
            _seen.Add(value);
            next = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        next.SetResult();
    }

    /// <summary>Waits until something was reported that fits.</summary>
    public async Task<T> FirstAsync(Predicate<T> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_seen.FindIndex(fits) is >= 0 and var index)
                    return _seen[index];

                next = _next.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
