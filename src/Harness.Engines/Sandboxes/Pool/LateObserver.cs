using System.Diagnostics;

namespace Harness.Engines.Sandboxes.Pool;

/// <summary>Keeps what happens to a sandbox until somebody wants to see it, then passes everything on.</summary>
internal sealed class LateObserver : ISandboxObserver
{
    private readonly Lock _gate = new();
    private readonly List<Action<ISandboxObserver>> _kept = [];
    private ISandboxObserver? _observer;

    /// <summary>Shows what happened so far, and from now on everything as it happens. An exception of its is thrown when all was shown.</summary>
    public void Attach(ISandboxObserver observer)
    {
        lock (_gate)
        {
            var all = new SerialObserver(observer);
            foreach (var what in _kept)
                all.Tell(what);
            _kept.Clear();
            _observer = observer;
            all.ThrowIfFailed();
        }
    }

    public void OnCreated(string containerId, string name) => Tell(o => o.OnCreated(containerId, name));

    public void OnEvent(EngineEvent engineEvent) => Tell(o => o.OnEvent(engineEvent));

    public void OnKill(KillEntry entry) => Tell(o => o.OnKill(entry));

    public void OnFinalState(ContainerState? state) => Tell(o => o.OnFinalState(state));

    public void OnNotRemoved(string name, EngineException error) => Tell(o => o.OnNotRemoved(name, error));

    /// <summary>Of the time it waits there is nothing to measure.</summary>
    public void OnSample(CgroupCounters counters)
    {
        lock (_gate)
        {
            _observer?.OnSample(counters);
        }
    }

    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes) =>
        (_observer ?? throw new UnreachableException("Nothing is run in a sandbox that nobody has.")).OnOutput(command, stream, bytes);

    private void Tell(Action<ISandboxObserver> what)
    {
        lock (_gate)
        {
            if (_observer is null)
                _kept.Add(what);
            else
                what(_observer);
        }
    }
}
