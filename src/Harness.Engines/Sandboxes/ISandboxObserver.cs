namespace Harness.Engines.Sandboxes;

/// <summary>
/// Sees what happens in a sandbox as it happens, so that it can be written down before anything else is done. Calls come from
/// several threads, never two at a time. What a call throws comes out of the sandbox's own call when its work is done.
/// </summary>
public interface ISandboxObserver
{
    /// <summary>The container was created.</summary>
    void OnCreated(string containerId, string name);

    /// <summary>The engine reported something.</summary>
    void OnEvent(EngineEvent engineEvent);

    /// <summary>A signal is about to be sent.</summary>
    void OnKill(KillEntry entry);

    /// <summary>The cgroup was read.</summary>
    void OnSample(CgroupCounters counters);

    /// <summary>A command printed; for live progress only, what is kept is in the files.</summary>
    void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes);

    /// <summary>The final state, read before the container is removed.</summary>
    void OnFinalState(ContainerState? state);

    /// <summary>The container could not be removed; the reaper will have to.</summary>
    void OnNotRemoved(string name, EngineException error)
    {
    }
}
