using Harness.Engines;
using Harness.Engines.Sandboxes;

namespace Harness.Benchmarks.Tools;

/// <summary>Watches and says nothing; a container that stays behind ends the benchmark.</summary>
internal sealed class SilentObserver : ISandboxObserver
{
    public void OnCreated(string containerId, string name)
    {
    }

    public void OnEvent(EngineEvent engineEvent)
    {
    }

    public void OnKill(KillEntry entry)
    {
    }

    public void OnSample(CgroupCounters counters)
    {
    }

    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes)
    {
    }

    public void OnFinalState(ContainerState? state)
    {
    }

    public void OnNotRemoved(string name, EngineException error) => throw error;
}
