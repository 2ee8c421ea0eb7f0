using System.Runtime.ExceptionServices;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// Calls the observer from one thread at a time. An observer that throws (a journal on a full disk) must not leave a
/// container behind: its first exception is kept and thrown when the work at hand is done.
/// </summary>
internal sealed class SerialObserver(ISandboxObserver observer)
{
    private readonly Lock _gate = new();
    private ExceptionDispatchInfo? _fault;

    public void Created(string containerId, string name) => Tell(o => o.OnCreated(containerId, name));

    public void Event(EngineEvent engineEvent) => Tell(o => o.OnEvent(engineEvent));

    public void Kill(KillEntry entry) => Tell(o => o.OnKill(entry));

    public void Sample(CgroupCounters counters) => Tell(o => o.OnSample(counters));

    public void FinalState(ContainerState? state) => Tell(o => o.OnFinalState(state));

    public void NotRemoved(string name, EngineException error) => Tell(o => o.OnNotRemoved(name, error));

    public void Output(string command, OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            try
            {
                observer.OnOutput(command, stream, bytes);
            }
            catch (Exception e)
            {
                _fault ??= ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    /// <summary>Throws what the observer threw first, once.</summary>
    public void ThrowIfFailed()
    {
        ExceptionDispatchInfo? fault;
        lock (_gate)
        {
            (fault, _fault) = (_fault, null);
        }

        fault?.Throw();
    }

    /// <summary>Calls it; what it throws is kept.</summary>
    public void Tell(Action<ISandboxObserver> what)
    {
        lock (_gate)
        {
            try
            {
                what(observer);
            }
            catch (Exception e)
            {
                _fault ??= ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
