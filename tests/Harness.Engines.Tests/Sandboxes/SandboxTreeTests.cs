using System.Diagnostics;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxTreeTests
{
    // Children that ignore the polite signal, and one in a session of its own that holds standard output.
    private const string Stubborn = """
        echo begun
        for i in 1 2 3; do sh -c 'trap "" TERM INT HUP; while :; do sleep 7777; done' & done
        setsid sh -c 'trap "" TERM INT HUP; while :; do echo still; sleep 7777; done' &
        trap '' TERM
        while :; do sleep 7777; done
        """;

    [Theory(Timeout = 60_000), Engines]
    public async Task Neither_the_deaf_nor_orphans_that_hold_the_output_delay_a_timeout(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        var clock = Stopwatch.StartNew();

        var result = await bed.RunAsync(bed.Shell(Stubborn) with { Timeout = TimeSpan.FromSeconds(1) });

        // The deadline, 2 s of grace and 1 s; the rest is what a busy machine may take for two more execs.
        Assert.InRange(clock.Elapsed.TotalSeconds, 3, 4 + 4);
        Assert.Equal((TerminationReason.Timeout, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.Contains("begun\n", Bytes.Read(result.StandardOutput.Path), StringComparison.Ordinal);
        // Where even SIGKILL is too slow, the container goes, and with it everything in it.
        if (!bed.Sandbox.KillLedger.Any(entry => entry.Target == KillLedger.Container))
            Assert.Equal("0\n", await bed.ReadAsync("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c 'sleep 777[7]'; true"));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_signal_of_the_caller_comes_first_and_the_deaf_are_killed_after_the_grace()
    {
        await using var bed = await SandboxBed.StartAsync();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        var command = bed.Shell("trap 'echo heard' INT; echo begun; while :; do sleep 0.1; done") with { InterruptSignal = () => 2 };

        var result = await bed.Sandbox.RunAsync(command, cancel.Token);

        Assert.Equal("begun\nheard\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal(TerminationReason.Interrupted, result.Termination.Reason);
        Assert.Equal(
            [("step", 2, KillReason.Interrupt), ("step", 9, KillReason.Interrupt)],
            bed.Sandbox.KillLedger.Take(2).Select(entry => (entry.Target, entry.Signal, entry.Reason)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Closing_cuts_the_grace_short()
    {
        await using var bed = await SandboxBed.StartAsync();
        using var cancel = new CancellationTokenSource();
        var run = bed.Sandbox.RunAsync(bed.Shell(Stubborn), cancel.Token);
        while (bed.Observer.OutputBytes == 0)
            await Task.Delay(10, SandboxBed.Cancellation);
        await cancel.CancelAsync();
        while (bed.Sandbox.KillLedger.Count == 0)
            await Task.Delay(10, SandboxBed.Cancellation);

        await bed.Sandbox.CloseAsync();

        Assert.Equal(TerminationReason.Interrupted, (await run).Termination.Reason);
        Assert.Equal(
            [("step", 15, KillReason.Interrupt), ("container", 9, KillReason.Interrupt)],
            bed.Sandbox.KillLedger.Take(2).Select(entry => (entry.Target, entry.Signal, entry.Reason)));
    }
}
