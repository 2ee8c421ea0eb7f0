namespace Harness.Engines.Sandboxes.Pool;

/// <summary>One sandbox that is started ahead. It is claimed once, or taken down; never both.</summary>
internal sealed class WaitingSandbox
{
    private readonly Lock _gate = new();
    private readonly LateObserver _observer = new();
    private readonly Task<Sandbox> _start;
    private readonly ITimer _expiry;
    private bool _claimed;
    private Task<SandboxClosing?>? _closed;

    public WaitingSandbox(
        IContainerEngine engine, SandboxSpec spec, SandboxOwner owner, TimeSpan lifetime, TimeProvider time, CancellationToken cancellationToken)
    {
        // On another thread: whoever asked for it does not wait, not even for the first request to be written.
        _start = Task.Run(() => Sandbox.StartAsync(engine, spec, owner, _observer, time, cancellationToken), CancellationToken.None);
        var untilReapers = owner.ExpiresAt - time.GetUtcNow();
        var left = lifetime < untilReapers ? lifetime : untilReapers;
        _expiry = time.CreateTimer(_ => _ = CloseAsync(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The sandbox, once it runs; null when it could not be started or did not live, so that a fresh one is needed.</summary>
    public async Task<Sandbox?> ClaimAsync(ISandboxObserver observer, CancellationToken cancellationToken)
    {
        await ((Task)_start).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            // Why it could not be started is not told: if the reason lasts, the fresh one fails of it, and is heard.
            if (_closed is not null || !_start.IsCompletedSuccessfully || !_start.Result.IsAlive)
                return null;
            _claimed = true;
        }

        await _expiry.DisposeAsync();
        var sandbox = await _start;
        try
        {
            _observer.Attach(observer);
            return sandbox;
        }
        catch
        {
            await sandbox.CloseAsync(); // It is nobody's yet.
            throw;
        }
    }

    /// <summary>Takes it down, unless it was claimed; null when there was nothing to take down.</summary>
    public Task<SandboxClosing?> CloseAsync()
    {
        lock (_gate)
        {
            return _claimed ? Task.FromResult<SandboxClosing?>(null) : _closed ??= EndAsync();
        }
    }

    private async Task<SandboxClosing?> EndAsync()
    {
        await Task.Yield();
        await _expiry.DisposeAsync();
        try
        {
            return await (await _start).CloseAsync();
        }
        catch (Exception e) when (e is EngineException or OperationCanceledException)
        {
            return null; // It never ran: a start that fails takes its container with it.
        }
    }
}
