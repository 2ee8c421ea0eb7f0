namespace Harness.Engines.Images;

/// <summary>Work that is done once for all who want it, and stops when none of them waits any more.</summary>
#pragma warning disable CA1001 // A token source without a timer holds nothing, and nobody knows who leaves last.
internal sealed class SharedTask<T>(Func<CancellationToken, Task<T>> work)
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<T>? _task;
    private int _waiting;

    /// <summary>Whether the work itself failed or was given up, as opposed to one who stopped waiting for it.</summary>
    public bool IsSpoilt => _task is { IsCompleted: true, IsCompletedSuccessfully: false } || _stop.IsCancellationRequested;

    /// <summary>Waits for the result, beginning the work if nobody has; null when it was given up before.</summary>
    public Task<T>? TryJoin(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
                return null;
            _waiting++;
            _task ??= Task.Run(() => work(_stop.Token), CancellationToken.None);
            return WaitAsync(_task, cancellationToken);
        }
    }

    private async Task<T> WaitAsync(Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                if (--_waiting == 0 && !task.IsCompleted)
                    _stop.Cancel();
            }
        }
    }
}
