using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxNetworkTests
{
    [Fact(Timeout = 60_000)]
    public async Task Off_the_network_nothing_is_reached_and_on_it_again_it_is()
    {
        await using var bed = await SandboxBed.StartAsync(spec => spec with { Network = true });
        using var listener = await BridgeListener.StartAsync();

        Assert.Equal(("through\n", 1), await ProbeAsync(bed, listener));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("nothing\n", 1), await ProbeAsync(bed, listener));
        await bed.Sandbox.ConnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("through\n", 2), await ProbeAsync(bed, listener));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal(("nothing\n", 2), await ProbeAsync(bed, listener));
    }

    [Fact(Timeout = 60_000)]
    public async Task Doing_it_twice_is_no_failure()
    {
        await using var bed = await SandboxBed.StartAsync(spec => spec with { Network = true });

        await bed.Sandbox.ConnectAsync(SandboxBed.Cancellation);
        Assert.Equal("eth0\nlo\n", await bed.ReadAsync("ls /sys/class/net"));
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);
        Assert.Equal("lo\n", await bed.ReadAsync("ls /sys/class/net"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_that_is_under_way_loses_the_network_too()
    {
        await using var bed = await SandboxBed.StartAsync(spec => spec with { Network = true });
        using var listener = await BridgeListener.StartAsync();
        var program = listener.Probe() + "\nimport time, sys; sys.stdout.flush(); time.sleep(1.5)\n" + listener.Probe(1);

        var result = await bed.RunDuringAsync(bed.Python(program), () => bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation));

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
