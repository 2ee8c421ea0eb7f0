using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxMainEndTests
{
    [Theory(Timeout = 60_000)]
    [Engines(0)]
    [Engines(3)]
    public async Task A_main_process_that_ends_by_itself_is_no_kill_and_no_memory(EngineKind kind, int code)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        await using var bed = await SandboxBed.StartAsync(new OtherMain(engine, "sh", "-c", $"sleep 2; exit {code}"), image);

        var result = await bed.RunAsync(bed.Shell("echo begun; sleep 1000"));
        var closing = await bed.Sandbox.CloseAsync();

        Assert.Equal((TerminationReason.Lost, TerminatedBy.Unknown), (result.Termination.Reason, result.Termination.By));
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Empty(bed.Sandbox.KillLedger);
        Assert.DoesNotContain(bed.Sandbox.Events, e => e.Action is "kill" or "oom");
        Assert.Contains(bed.Sandbox.Events, e => e.Action == "die" && e.ExitCode == code);
        Assert.Equal((false, code), (closing.FinalState!.Running, closing.FinalState.ExitCode));
    }
}
