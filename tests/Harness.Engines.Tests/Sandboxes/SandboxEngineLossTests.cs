using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

/// <summary>The podman command has no connection that could break.</summary>
public class SandboxEngineLossTests
{
    [Theory(Timeout = 90_000), Engines(Only = [EngineKind.Docker, EngineKind.Podman, EngineKind.DockerCli])]
    public async Task An_engine_that_goes_away_is_a_loss_and_what_it_leaves_is_reported(EngineKind kind)
    {
        var (direct, image) = await TestEngine.RequireImageAsync(kind);
        using var proxy = new EngineProxy(TestEngine.RequireAddress(kind));
        await using var engine = await TestEngine.ConnectAsync(kind, proxy.Address);
        await using var bed = await SandboxBed.StartAsync(engine, image);

        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1000"), () => Task.Run(proxy.Die));
        var closing = await bed.Sandbox.CloseAsync();

        Assert.Equal(new Termination(TerminationReason.Lost, null, null, TerminatedBy.Unknown), result.Termination);
        Assert.Equal(EngineFault.EngineLost, result.Fault);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal(EngineFault.EngineLost, closing.NotRemoved?.Fault);
        Assert.Contains(bed.Observer.Seen, item => item is EngineException { Fault: EngineFault.EngineLost });
        Assert.True(await direct.RemoveContainerAsync(bed.Sandbox.ContainerId, SandboxBed.Cancellation));
    }

    [Theory(Timeout = 90_000), Engines(Only = [EngineKind.Docker, EngineKind.Podman, EngineKind.DockerCli])]
    public async Task A_connection_that_breaks_for_a_moment_loses_neither_events_nor_the_exit_code(EngineKind kind)
    {
        var (_, image) = await TestEngine.RequireImageAsync(kind);
        using var proxy = new EngineProxy(TestEngine.RequireAddress(kind));
        await using var engine = await TestEngine.ConnectAsync(kind, proxy.Address);
        await using var bed = await SandboxBed.StartAsync(engine, image);

        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1; exit 7"), () => Task.Run(proxy.Cut));

        Assert.Equal(new Termination(TerminationReason.Exited, 7), result.Termination);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal("fine\n", await bed.ReadAsync("echo fine"));
        await bed.Sandbox.CloseAsync();
        Assert.Equal(
            EngineFacts.Life(kind, commands: 2),
            bed.Sandbox.Events.Select(e => e.Action).Where(action => action is not ("stop" or "exec_detach")));
    }

    [Theory(Timeout = 90_000), Engines(Only = [EngineKind.Docker, EngineKind.Podman])]
    public async Task A_connection_that_breaks_again_while_the_end_is_asked_for_loses_nothing_either(EngineKind kind)
    {
        var (_, image) = await TestEngine.RequireImageAsync(kind);
        using var proxy = new EngineProxy(TestEngine.RequireAddress(kind));
        await using var engine = await TestEngine.ConnectAsync(kind, proxy.Address);
        await using var bed = await SandboxBed.StartAsync(engine, image);

        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1; exit 7"), () => Task.Run(() =>
        {
            proxy.BreakNext("/exec/");
            proxy.Cut();
        }));

        Assert.Equal(new Termination(TerminationReason.Exited, 7), result.Termination);
    }
}
