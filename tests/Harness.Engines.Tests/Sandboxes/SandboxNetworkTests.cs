using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxNetworkTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task Off_the_network_nothing_is_reached_and_on_it_again_it_is(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Network = true });
        using var listener = await BridgeListener.StartAsync(bed);

        Assert.Equal(("through\n", 1), await ProbeAsync(bed, listener));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("nothing\n", 1), await ProbeAsync(bed, listener));
        await bed.Sandbox.ConnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("through\n", 2), await ProbeAsync(bed, listener));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("nothing\n", 2), await ProbeAsync(bed, listener));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Doing_it_twice_is_no_failure(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Network = true });

        await bed.Sandbox.ConnectAsync(SandboxBed.Cancellation);
        Assert.Equal("eth0\nlo\n", await bed.ReadAsync("ls /sys/class/net"));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal("lo\n", await bed.ReadAsync("ls /sys/class/net"));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_command_that_is_under_way_loses_the_network_too(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Network = true });
        using var listener = await BridgeListener.StartAsync(bed);
        var program = listener.Probe() + "\nimport time; time.sleep(2)\n" + listener.Probe(1);

        var run = bed.RunAsync(bed.Python(program));
        while (listener.Visits == 0 && !run.IsCompleted)
            await Task.Delay(10, SandboxBed.Cancellation);
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        var result = await run;

        Assert.Equal("through\nnothing\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal(1, listener.Visits);
    }

    private static async Task<(string Said, int Visits)> ProbeAsync(SandboxBed bed, BridgeListener listener)
    {
        var result = await bed.RunAsync(bed.Python(listener.Probe()));
        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        return (Bytes.Read(result.StandardOutput.Path), listener.Visits);
    }
}
