// An invocation that starts a sandbox, says so, and then waits to be killed: engine, lease folder, image, invocation id.
using System.Collections;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Sandboxes;

var leases = LeaseDirectory.Open(args[1]);
using var lease = leases.Take();
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => $"{pair.Value}");
var connection = await EngineConnector.ConnectAsync(Enum.Parse<EngineChoice>(args[0]), variables, CancellationToken.None);
await using var engine = connection.Engine;
var spec = new SandboxSpec
{
    Image = args[2],
    User = "1000:1000",
    Limits = new ContainerLimits(64 << 20, null, 16, 1 << 20, 100, 1 << 20),
};
await using var sandbox = await Sandbox.StartAsync(
    engine, spec, new SandboxOwner(args[3], lease.Label, DateTimeOffset.UtcNow.AddDays(1)), new Unheard(), TimeProvider.System, CancellationToken.None);
Console.WriteLine(sandbox.ContainerId);
await Task.Delay(Timeout.Infinite);

internal sealed class Unheard : ISandboxObserver
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
}
