using Harness.Engines.Docker;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxEngineLossTests
{
    [Fact(Timeout = 90_000)]
    public async Task An_engine_that_goes_away_is_a_loss_and_what_it_leaves_is_reported()
    {
        var (direct, image) = await TestEngine.RequireImageAsync();
        using var proxy = new EngineProxy(Environment.GetEnvironmentVariable("DOCKER_HOST")!);
        await using var engine = await DockerEngine.ConnectAsync(proxy.Endpoint, SandboxBed.Cancellation);
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

    [Fact(Timeout = 90_000)]
    public async Task A_connection_that_breaks_for_a_moment_loses_neither_events_nor_the_exit_code()
    {
        var (_, image) = await TestEngine.RequireImageAsync();
        using var proxy = new EngineProxy(Environment.GetEnvironmentVariable("DOCKER_HOST")!);
        await using var engine = await DockerEngine.ConnectAsync(proxy.Endpoint, SandboxBed.Cancellation);
        await using var bed = await SandboxBed.StartAsync(engine, image);

        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1; exit 7"), () => Task.Run(proxy.Cut));

        Assert.Equal(new Termination(TerminationReason.Exited, 7), result.Termination);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal("fine\n", await bed.ReadAsync("echo fine"));
        await bed.Sandbox.CloseAsync();
        Assert.Equal(
            ["create", "start", "exec_create", "exec_start", "exec_die", "exec_create", "exec_start", "exec_die", "kill", "die", "destroy"],
            bed.Sandbox.Events.Select(e => e.Action).Where(action => action is not ("stop" or "exec_detach")));
    }
}
