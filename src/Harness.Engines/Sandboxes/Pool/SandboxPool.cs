namespace Harness.Engines.Sandboxes.Pool;

/// <summary>
/// Sandboxes of one kind, each handed out exactly once. While one works, the next is created and started, so that taking it costs
/// nothing; one that waits is an idle container and no more. What is not taken goes when the pool is closed, when its time is over,
/// or, should this process die, with the owner's lease. Safe for use from several threads.
/// </summary>
public sealed class SandboxPool : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<WaitingSandbox> _waiting = [];
    private readonly List<WaitingSandbox> _started = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly IContainerEngine _engine;
    private readonly SandboxSpec _spec;
    private readonly SandboxOwner _owner;
    private readonly SandboxPoolOptions _options;
    private readonly TimeProvider _time;
    private int _demand;
    private Task<IReadOnlyList<SandboxClosing>>? _closed;

    /// <summary>Makes an empty pool; nothing is started before the first sandbox is taken.</summary>
    /// <param name="engine">The engine; it must outlive the pool.</param>
    /// <param name="spec">What every sandbox is started from.</param>
    /// <param name="owner">Whose they are.</param>
    /// <param name="demand">How many will be taken in all: none is started that nobody will want.</param>
    /// <param name="options">Size and lifetime.</param>
    /// <param name="time">The clock of deadlines and records.</param>
    public SandboxPool(
        IContainerEngine engine, SandboxSpec spec, SandboxOwner owner, int demand, SandboxPoolOptions options, TimeProvider time) =>
        (_engine, _spec, _owner, _demand, _options, _time) = (engine, spec, owner, demand, options, time);

    /// <summary>Hands out the sandbox that waits, else a fresh one, and starts the next.</summary>
    /// <param name="observer">Sees what happens in it, and what happened while it waited.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">The engine or the container could not do it.</exception>
    /// <exception cref="ObjectDisposedException">The pool was closed.</exception>
    public async Task<Sandbox> TakeAsync(ISandboxObserver observer, CancellationToken cancellationToken)
    {
        WaitingSandbox? next;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed is not null, this);
            _demand--;
            _waiting.TryDequeue(out next);
        }

        try
        {
            if (next is not null && await next.ClaimAsync(observer, cancellationToken) is { } ready)
                return ready;
            return await Sandbox.StartAsync(_engine, _spec, _owner, observer, _time, cancellationToken);
        }
        finally
        {
            // Not before: two starts at a time make each of them slower, and this one is waited for.
            StartNext();
        }
    }

    /// <summary>Takes down what was not taken; every call awaits the same end. What could not be removed is in the results.</summary>
    public Task<IReadOnlyList<SandboxClosing>> CloseAsync()
    {
        lock (_gate)
        {
            return _closed ??= EndAsync();
        }
    }

    /// <summary>As <see cref="CloseAsync"/>; call that one to learn what could not be removed.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    private void StartNext()
    {
        lock (_gate)
        {
            if (_closed is not null)
                return;
            while (_waiting.Count < Math.Min(_options.Size, _demand))
            {
                var next = new WaitingSandbox(_engine, _spec, _owner, _options.Lifetime, _time, _closing.Token);
                _waiting.Enqueue(next);
                _started.Add(next);
            }
        }
    }

    private async Task<IReadOnlyList<SandboxClosing>> EndAsync()
    {
        await Task.Yield(); // Nobody's lock is held while the engine is talked to.
        await _closing.CancelAsync();
        WaitingSandbox[] started;
        lock (_gate)
        {
            started = [.. _started];
        }

        var closings = await Task.WhenAll(started.Select(waiting => waiting.CloseAsync()));
        _closing.Dispose();
        return [.. closings.OfType<SandboxClosing>()];
    }
}
