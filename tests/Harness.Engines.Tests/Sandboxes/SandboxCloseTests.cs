using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxCloseTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task The_final_state_is_recorded_before_the_sandbox_is_killed_and_the_kill_is_in_the_ledger(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var closing = await bed.Sandbox.CloseAsync();

        Assert.True(closing.FinalState!.Running);
        Assert.Equal(closing.FinalState, bed.Sandbox.FinalState);
        Assert.Equal(
            [("container", 9, KillReason.Cleanup)],
            bed.Sandbox.KillLedger.Select(entry => (entry.Target, entry.Signal, entry.Reason)));
        var order = bed.Observer.Seen.Select(item => item switch
        {
            ContainerState => "state",
            KillEntry => "ledger",
            EngineEvent { Action: var action } => action,
            _ => "",
        }).Where(item => item is "state" or "ledger" or "die" or "destroy");
        Assert.Equal(["state", "ledger", "die", "destroy"], order);
    }

    [Fact(Timeout = 60_000)]
    public async Task Closing_again_awaits_the_same_end()
    {
        await using var bed = await SandboxBed.StartAsync();

        var closings = await Task.WhenAll(bed.Sandbox.CloseAsync(), bed.Sandbox.CloseAsync(), Task.Run(bed.Sandbox.CloseAsync));

        Assert.Single(closings.Distinct());
        Assert.Single(bed.Sandbox.KillLedger);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => bed.RunAsync(bed.Shell("true")));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_command_that_still_runs_ends_as_interrupted(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunDuringAsync(bed.Shell("echo begun; sleep 1000"), () => bed.Sandbox.CloseAsync());

        Assert.Equal((TerminationReason.Interrupted, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_observer_that_throws_is_heard_and_leaves_nothing_behind()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        var invocation = Guid.NewGuid().ToString("N");
        var sandbox = await Sandbox.StartAsync(
            engine, SandboxBed.Spec(image), SandboxBed.Owner(invocation), new FullDisk(), TimeProvider.System, SandboxBed.Cancellation);

        await Assert.ThrowsAsync<IOException>(() => sandbox.CloseAsync());

        Assert.Empty(await engine.ListContainersAsync(
            new Dictionary<string, string> { [SandboxLabels.Invocation] = invocation }, SandboxBed.Cancellation));
    }

    private sealed class FullDisk : ISandboxObserver
    {
        public void OnCreated(string containerId, string name)
        {
        }

        public void OnEvent(EngineEvent engineEvent)
        {
        }

        public void OnKill(KillEntry entry) => throw new IOException("No space left on device");

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
}
