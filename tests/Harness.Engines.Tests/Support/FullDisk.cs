using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Support;

/// <summary>Cannot write anything down.</summary>
internal sealed class FullDisk : ISandboxObserver
{
    private static IOException Error => new("No space left on device");

    public void OnCreated(string containerId, string name) => throw Error;

    public void OnEvent(EngineEvent engineEvent) => throw Error;

    public void OnKill(KillEntry entry) => throw Error;

    public void OnSample(CgroupCounters counters) => throw Error;

    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes) => throw Error;

    public void OnFinalState(ContainerState? state) => throw Error;
}
