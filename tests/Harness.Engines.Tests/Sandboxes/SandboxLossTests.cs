using System.Diagnostics;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxLossTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task An_outside_kill_is_the_engines_and_names_its_signal(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunDuringAsync(
            bed.Shell("echo begun; sleep 1000"), () => bed.Engine.KillContainerAsync(bed.Sandbox.ContainerId, 9, SandboxBed.Cancellation));

        Assert.Equal(new Termination(TerminationReason.Signalled, 137, 9, TerminatedBy.Engine), result.Termination);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Empty(bed.Sandbox.KillLedger);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_removal_during_the_command_is_a_loss_and_the_code_is_saved_from_the_events(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunDuringAsync(
            bed.Shell("echo begun; sleep 1000"), () => bed.Engine.RemoveContainerAsync(bed.Sandbox.ContainerId, SandboxBed.Cancellation));

        // Podman does not always get round to reporting the end of the command.
        var code = kind.IsPodman() ? result.Termination.ExitCode : 137;
        Assert.Equal(new Termination(TerminationReason.Lost, code, code is null ? null : 9, TerminatedBy.Engine), result.Termination);
        Assert.Contains(code, new int?[] { null, 137 });
        Assert.Equal(EngineFault.ContainerRemoved, result.Fault);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Null((await bed.Sandbox.CloseAsync()).FinalState);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_main_process_that_ends_takes_the_command_along_and_nobody_is_blamed(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        // From the host, as an administrator would: no event says who did it.
        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1000"), () => KillMainAsync(bed));

        Assert.Equal(new Termination(TerminationReason.Lost, 137, 9, TerminatedBy.Unknown), result.Termination);
        Assert.Contains(bed.Sandbox.Events, e => e.Action == "die");
        Assert.DoesNotContain(bed.Sandbox.Events, e => e.Action == "kill");
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_command_in_an_ended_container_never_started(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        await bed.Engine.KillContainerAsync(bed.Sandbox.ContainerId, 9, SandboxBed.Cancellation);

        var result = await bed.RunAsync(bed.Shell("echo never"));

        Assert.Equal(TerminationReason.NotStarted, result.Termination.Reason);
        Assert.Contains(EngineFacts.Ended(kind), result.StartError, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_killed_program_in_a_living_container_stays_unexplained(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Shell("kill -9 $$"));

        Assert.Equal(new Termination(TerminationReason.Signalled, 137, 9, TerminatedBy.Unknown), result.Termination);
        Assert.Equal("fine\n", await bed.ReadAsync("echo fine"));
    }

    private static async Task KillMainAsync(SandboxBed bed)
    {
        Assert.SkipUnless(
            bed.Engine.Info.IsLocal && Environment.IsPrivilegedProcess, "only root on the engine's machine can kill its processes");
        var state = await bed.Engine.InspectContainerAsync(bed.Sandbox.ContainerId, SandboxBed.Cancellation);
        using var main = Process.GetProcessById(state!.Pid!.Value);
        main.Kill();
    }
}
