using System.Runtime.CompilerServices;

namespace CliWrap;

/// <summary>A running command: awaitable, with the id of its process.</summary>
public class CommandTask<TResult>(Task<TResult> task, int processId) : IDisposable
{
    public Task<TResult> Task { get; } = task;

    public int ProcessId { get; } = processId;

    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    /// <summary>Disposes the task, not the process: needed only by callers that do not await.</summary>
    public void Dispose()
    {
        Task.Dispose();
        GC.SuppressFinalize(this);
    }

    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;
}
