using Harness.Engines.Sandboxes.Limits;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// One hardened container in which commands are run one after another, with everything recorded that tells later how they
/// ended. Safe to close from any thread; commands must not overlap.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly SandboxParts _parts;
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource<ContainerState?> _recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _takenOff = [];
    private Task _command = Task.CompletedTask;
    private Task<SandboxClosing>? _closed;

    private Sandbox(SandboxParts parts, DateTimeOffset startedAt) => (_parts, StartedAt) = (parts, startedAt);

    /// <summary>Full id of the container.</summary>
    public string ContainerId => _parts.ContainerId;

    /// <summary>Name of the container.</summary>
    public string Name => _parts.Name;

    /// <summary>When it was ready for commands.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How far each limit holds here.</summary>
    public IReadOnlyList<LimitEnforcement> Limits => _parts.Limits;

    /// <summary>The engine's events about it so far, oldest first.</summary>
    public IReadOnlyList<EngineEvent> Events => _parts.Events.From(0);

    /// <summary>The signals that Harness sent into it so far, oldest first.</summary>
    public IReadOnlyList<KillEntry> KillLedger => _parts.Ledger.Entries;

    /// <summary>The readings of its cgroup so far, oldest first; none where it cannot be read from here.</summary>
    public IReadOnlyList<CgroupCounters> Samples => _parts.Sampler.Samples;

    /// <summary>The container's state just before it was taken down; null until then, and when it was gone by then.</summary>
    public ContainerState? FinalState => _closed is { IsCompletedSuccessfully: true } closed ? closed.Result.FinalState : null;

    /// <summary>Whether commands can be run: it was not closed, its main process has not ended and the engine answers.</summary>
    internal bool IsAlive => _closed is null && !_parts.Main.Ended.IsCompleted && !_parts.Health.Lost.IsCompleted;

    /// <summary>Ends when the sandbox, being taken down, was looked at for the last time.</summary>
    internal Task<ContainerState?> RecordedState => _recorded.Task;

    /// <summary>Creates and starts a sandbox; what fails on the way leaves nothing behind.</summary>
    /// <param name="engine">The engine; it must outlive the sandbox.</param>
    /// <param name="spec">What to start.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="observer">Sees what happens, as it happens.</param>
    /// <param name="time">The clock of deadlines and records.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">The engine or the container could not do it.</exception>
    public static async Task<Sandbox> StartAsync(
        IContainerEngine engine,
        SandboxSpec spec,
        SandboxOwner owner,
        ISandboxObserver observer,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var parts = await new SandboxStart(engine, new SerialObserver(observer), time).RunAsync(spec, owner, cancellationToken);
        return new Sandbox(parts, time.GetUtcNow());
    }

    /// <summary>
    /// Runs a command as the sandbox's user. However it ends is a result, also when the caller cancels, the deadline passes,
    /// or container or engine go away; then everything that the user runs inside is ended first.
    /// </summary>
    /// <exception cref="IOException">Its output could not be kept.</exception>
    /// <exception cref="InvalidOperationException">Another command is running.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox was closed.</exception>
    public async Task<SandboxCommandResult> RunAsync(SandboxCommand command, CancellationToken cancellationToken)
    {
        Task<SandboxCommandResult> run;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed is not null, this);
            if (!_command.IsCompleted)
                throw new InvalidOperationException($"'{command.Name}' cannot start: another command is still running in this sandbox.");
            _command = run = RunOneAsync(command, cancellationToken);
        }

        var result = await run;
        _parts.Observer.ThrowIfFailed();
        return result;
    }

    /// <summary>Takes the container off its networks, for commands that must not have one.</summary>
    /// <exception cref="EngineException">The engine could not do it.</exception>
    public async Task DisconnectAsync(CancellationToken cancellationToken) =>
        _takenOff = [.. _takenOff, .. await _parts.Engine.DisconnectContainerAsync(_parts.ContainerId, cancellationToken)];

    /// <summary>Puts it back on the networks that it was taken off.</summary>
    /// <exception cref="EngineException">The engine could not do it.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await _parts.Engine.ConnectContainerAsync(_parts.ContainerId, _takenOff, cancellationToken);
        _takenOff = [];
    }

    /// <summary>
    /// Takes the sandbox down; a command still running ends as interrupted. Every call, from whatever thread, awaits the same
    /// end. A container that could not be removed is reported in the result and to the observer.
    /// </summary>
    public Task<SandboxClosing> CloseAsync()
    {
        lock (_gate)
        {
            return _closed ??= EndAsync(keep: false);
        }
    }

    /// <summary>
    /// As <see cref="CloseAsync"/>, but the container stays, running, for somebody to look into; a command still running is ended.
    /// Start it with <see cref="SandboxSpec.Keep"/>, or the reaper takes it.
    /// </summary>
    public Task<SandboxClosing> LeaveAsync()
    {
        lock (_gate)
        {
            return _closed ??= EndAsync(keep: true);
        }
    }

    /// <summary>As <see cref="CloseAsync"/>; call that one to learn what could not be removed.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<SandboxClosing> EndAsync(bool keep)
    {
        await Task.Yield(); // Nobody's lock is held while the engine is talked to.
        var closing = await new SandboxEnd(_parts, _recorded).RunAsync(() => StopCommandAsync(keep), keep);
        _leaving.Dispose();
        _closing.Dispose();
        _parts.Observer.ThrowIfFailed();
        return closing;
    }

    private async Task<SandboxCommandResult> RunOneAsync(SandboxCommand command, CancellationToken cancellationToken)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _leaving.Token);
        return await new CommandRun(_parts, command).RunAsync(cancelled.Token, _closing.Token);
    }

    private async Task StopCommandAsync(bool keep)
    {
        // What goes with its container need not be asked kindly.
        await (keep ? _leaving : _closing).CancelAsync();
        // Its own caller gets what it ends with.
        await _command.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
