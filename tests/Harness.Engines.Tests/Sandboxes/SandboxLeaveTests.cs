using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxLeaveTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_sandbox_that_is_left_runs_on_with_its_files_and_without_its_processes_and_no_reaper_takes_it()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        using var folder = new TemporaryFolder();
        var leases = LeaseDirectory.Open(folder["leases"]);
        var lease = leases.Take();
        var owner = new SandboxOwner(Guid.NewGuid().ToString("N"), lease.Label, DateTimeOffset.UtcNow.AddHours(-1));
        var sandbox = await Sandbox.StartAsync(
            engine, SandboxBed.Spec(image) with { Keep = true }, owner, new RecordingObserver(), TimeProvider.System, SandboxBed.Cancellation);
        try
        {
            var run = sandbox.RunAsync(Command(folder, "echo kept > /tmp/note; exec sleep 4242"), SandboxBed.Cancellation);
            await Task.Delay(1000, SandboxBed.Cancellation);

            var closings = await Task.WhenAll(sandbox.LeaveAsync(), sandbox.CloseAsync());
            lease.Dispose();
            var reaping = await new Reaper(leases, TimeProvider.System).ReapAsync(engine, SandboxBed.Cancellation);

            Assert.Equal(TerminationReason.Interrupted, (await run).Termination.Reason);
            Assert.Contains(reaping.Kept, kept => kept.Id == sandbox.ContainerId);
            Assert.True(closings[0].FinalState!.Running);
            Assert.True((await engine.InspectContainerAsync(sandbox.ContainerId, SandboxBed.Cancellation))!.Running);
            Assert.DoesNotContain(sandbox.KillLedger, entry => entry.Target == KillLedger.Container);
            Assert.Equal("kept\nno sleep\n", await ReadAsync(engine, sandbox.ContainerId, "cat /tmp/note; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -q 'sleep 424[2]' || echo no sleep"));
        }
        finally
        {
            await engine.RemoveContainerAsync(sandbox.ContainerId, CancellationToken.None);
        }
    }

    private static SandboxCommand Command(TemporaryFolder folder, string script) => new()
    {
        Name = "step",
        Command = ["sh", "-c", script],
        Timeout = TimeSpan.FromSeconds(30),
        StandardOutputPath = folder["stdout.log"],
        StandardErrorPath = folder["stderr.log"],
        KeepBytes = SandboxBed.MiB,
        AbortBytes = SandboxBed.MiB,
    };

    private static async Task<string> ReadAsync(IContainerEngine engine, string id, string script)
    {
        var output = new KeptOutput();
        await engine.ExecAsync(id, new ExecSpec(["sh", "-c", script], "1000:1000", "/", new Dictionary<string, string>()), output, SandboxBed.Cancellation);
        return output.Text;
    }
}
