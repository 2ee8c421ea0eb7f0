namespace Harness.Engines.Sandboxes;

/// <summary>
/// Records the engine's events about one sandbox from before its creation. A connection that breaks is made again, and the
/// engine then repeats what was missed; an engine that stays away is lost.
/// </summary>
internal sealed class SandboxEvents : IAsyncDisposable
{
    private const int Attempts = 20;

    private readonly Lock _gate = new();
    private readonly List<EngineEvent> _events = [];
    private readonly HashSet<EngineEvent> _known = [];
    private readonly TaskCompletionSource<EngineException> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly SerialObserver _observer;
    private readonly TimeProvider _time;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _watching = Task.CompletedTask;
    private volatile int _breaks;

    private SandboxEvents(SerialObserver observer, TimeProvider time) => (_observer, _time) = (observer, time);

    /// <summary>Ends when the engine does not answer any more, with what it failed with.</summary>
    public Task<EngineException> Lost => _lost.Task;

    /// <summary>How often the connection broke so far.</summary>
    public int Breaks => _breaks;

    /// <summary>How many events were recorded so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _events.Count;
            }
        }
    }

    /// <summary>Subscribes; returns once the engine has answered.</summary>
    /// <exception cref="EngineException">The engine cannot be listened to.</exception>
    public static async Task<SandboxEvents> SubscribeAsync(
        IContainerEngine engine, string sandboxId, SerialObserver observer, TimeProvider time, CancellationToken cancellationToken)
    {
        var events = new SandboxEvents(observer, time);
        events._watching = events.WatchAsync(engine, sandboxId);
        try
        {
            await await Task.WhenAny(events._subscribed.Task, events._watching).WaitAsync(cancellationToken);
            return events._lost.Task.IsCompleted ? throw await events._lost.Task : events;
        }
        catch
        {
            await events.DisposeAsync();
            throw;
        }
    }

    /// <summary>The events from a position on.</summary>
    public IReadOnlyList<EngineEvent> From(int position)
    {
        lock (_gate)
        {
            return [.. _events[position..]];
        }
    }

    /// <summary>Waits for an event from a position on; null when it does not come in time.</summary>
    public async Task<EngineEvent?> WaitAsync(int position, Predicate<EngineEvent> wanted, TimeSpan patience)
    {
        using var timer = new CancellationTokenSource();
        var timeout = Task.Delay(patience, _time, timer.Token);
        var (found, next) = Find(position, wanted);
        while (found is null && !timeout.IsCompleted && !_watching.IsCompleted)
        {
            await Task.WhenAny(next, timeout, _watching);
            (found, next) = Find(position, wanted);
        }

        await timer.CancelAsync();
        return found;
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    // The event, and what ends when there is another one to look at.
    private (EngineEvent? Found, Task Next) Find(int position, Predicate<EngineEvent> wanted)
    {
        lock (_gate)
        {
            return (_events.FindIndex(position, wanted) is >= 0 and var index ? _events[index] : null, _next.Task);
        }
    }

    private async Task WatchAsync(IContainerEngine engine, string sandboxId)
    {
        var failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            var error = new EngineException(EngineFault.EngineLost, "The engine closed its event stream.");
            try
            {
                var events = engine.WatchEventsAsync(
                    SandboxLabels.Sandbox,
                    sandboxId,
                    () =>
                    {
                        failures = 0;
                        _subscribed.TrySetResult();
                    },
                    _stop.Token);
                await foreach (var engineEvent in events)
                    Record(engineEvent);
            }
            catch (EngineException e)
            {
                error = e;
                if (_subscribed.TrySetException(e))
                    return;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }

            _breaks++;
            if (++failures >= Attempts)
            {
                _lost.TrySetResult(error);
                return;
            }

            await Task.Delay(SandboxTimes.Reconnect, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Record(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            if (!_known.Add(engineEvent))
                return; // Repeated after a connection was made again.
            _events.Add(engineEvent);
        }

        _observer.Event(engineEvent);
        TaskCompletionSource heard;
        lock (_gate)
        {
            (heard, _next) = (_next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        heard.TrySetResult();
    }
}
