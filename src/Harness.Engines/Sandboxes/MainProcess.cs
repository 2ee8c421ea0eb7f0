namespace Harness.Engines.Sandboxes;

/// <summary>Waits for the end of a container's main process, across broken connections.</summary>
internal sealed class MainProcess : IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _waiting;

    public MainProcess(IContainerEngine engine, string containerId, TimeProvider time) => _waiting = WaitAsync(engine, containerId, time);

    /// <summary>Ends when the main process has ended or the container is gone.</summary>
    public Task Ended => _ended.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _waiting;
        _stop.Dispose();
    }

    private async Task WaitAsync(IContainerEngine engine, string containerId, TimeProvider time)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await engine.WaitContainerAsync(containerId, _stop.Token);
                _ended.TrySetResult();
                return;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (EngineException)
            {
                // Whether the engine is lost is judged where its events are listened to; until then the question is asked again.
                await Task.Delay(SandboxTimes.Reconnect, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
