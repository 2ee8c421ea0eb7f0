using System.Diagnostics;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxStopTests
{
    // Everything of the user that still runs, but for the question itself.
    private const string Others =
        "for p in /proc/[0-9]*; do [ \"$(stat -c %u $p 2>/dev/null)\" = 1000 ] && [ ${p#/proc/} != $$ ] "
        + "&& tr '\\0' ' ' < $p/cmdline 2>/dev/null; done; true";

    [Theory(Timeout = 60_000), Engines]
    public async Task A_timeout_ends_the_whole_tree_and_keeps_what_was_printed(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        var script = "echo begun; setsid sleep 1001 & sh -c 'trap \"\" TERM; sleep 1002 & while :; do sleep 1003; done' & sleep 1004";

        var clock = Stopwatch.StartNew();
        var result = await bed.RunAsync(bed.Shell(script) with { Timeout = TimeSpan.FromSeconds(1) });

        Assert.Equal((TerminationReason.Timeout, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, 15);
        Assert.DoesNotContain("sleep", await bed.ReadAsync(Others), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_program_may_end_in_its_own_way_when_its_time_is_over()
    {
        await using var bed = await SandboxBed.StartAsync();

        var polite = bed.Shell("trap 'echo goodbye; exit 7' TERM; echo begun; while :; do sleep 0.1; done");

        var result = await bed.RunAsync(polite with { Timeout = TimeSpan.FromSeconds(1) });

        Assert.Equal(new Termination(TerminationReason.Timeout, 7, 15, TerminatedBy.Harness), result.Termination);
        Assert.Equal("begun\ngoodbye\n", Bytes.Read(result.StandardOutput.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_ledger_has_each_signal_before_it_was_sent()
    {
        await using var bed = await SandboxBed.StartAsync();

        await bed.RunAsync(bed.Shell("sleep 1000") with { Timeout = TimeSpan.FromSeconds(0.5) });

        Assert.Equal(
            [("step", 15, KillReason.Timeout), ("step", 9, KillReason.Timeout)],
            bed.Sandbox.KillLedger.Select(entry => (entry.Target, entry.Signal, entry.Reason)));
        // The exec that carries a signal is created after its entry.
        var seen = bed.Observer.Seen.Select(item => item is KillEntry kill ? $"kill {kill.Signal}" : (item as EngineEvent)?.Action);
        Assert.Equal(
            ["exec_create", "kill 15", "exec_create", "kill 9", "exec_create"],
            seen.Where(item => item is "exec_create" or "kill 15" or "kill 9"));
    }

    [Theory(Timeout = 60_000)]
    [Engines("0:0")]
    [Engines("65534:65534")]
    public async Task The_sandbox_survives_its_command_killing_all_it_can(EngineKind kind, string user)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { User = user });

        var result = await bed.RunAsync(bed.Shell("sleep 1000 & kill -9 -1; kill -9 1; echo alive"));

        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        Assert.Equal("still\n", await bed.ReadAsync("echo still"));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task What_a_command_leaves_behind_is_reaped(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        await bed.RunAsync(bed.Shell("for i in 1 2 3 4 5; do (sleep 0.1 &) ; done; sleep 0.5"));

        var states = await bed.ReadAsync("cat /proc/[0-9]*/stat 2>/dev/null | sed 's/.*) \\(.\\).*/\\1/'");
        Assert.DoesNotContain("Z", states, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_is_told_apart_from_a_timeout_and_the_sandbox_lives_on()
    {
        await using var bed = await SandboxBed.StartAsync();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(0.7));

        var result = await bed.Sandbox.RunAsync(bed.Shell("echo begun; sleep 1000"), cancel.Token);

        Assert.Equal((TerminationReason.Interrupted, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.All(bed.Sandbox.KillLedger, entry => Assert.Equal(KillReason.Interrupt, entry.Reason));
        Assert.DoesNotContain("sleep", await bed.ReadAsync(Others), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_that_is_cancelled_before_it_starts_does_not_start()
    {
        await using var bed = await SandboxBed.StartAsync();

        var result = await bed.Sandbox.RunAsync(bed.Shell("echo begun"), new CancellationToken(canceled: true));

        Assert.Equal(new Termination(TerminationReason.Interrupted, By: TerminatedBy.Harness), result.Termination);
        Assert.Equal(0, result.StandardOutput.TotalBytes);
        Assert.Empty(bed.Sandbox.KillLedger);
        Assert.DoesNotContain(bed.Sandbox.Events, e => e.Action == "exec_create");
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_flood_is_stopped_and_counted(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Shell("yes") with { AbortBytes = 5 * SandboxBed.MiB, KeepBytes = 1000 });

        Assert.Equal((TerminationReason.Output, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.True(result.StandardOutput.TotalBytes > 5 * SandboxBed.MiB);
        Assert.Equal(result.StandardOutput.TotalBytes - 1000, result.StandardOutput.CutBytes);
        var kept = Bytes.Read(result.StandardOutput.Path);
        Assert.Contains($"[--- {result.StandardOutput.CutBytes} bytes cut here ---]", kept, StringComparison.Ordinal);
        // Not asked kindly; and on a machine that is too busy for an exec, the container as well.
        Assert.NotEmpty(bed.Sandbox.KillLedger);
        Assert.All(bed.Sandbox.KillLedger, entry => Assert.Equal((9, KillReason.Output), (entry.Signal, entry.Reason)));
    }

    [Theory(Timeout = 120_000), Engines(Only = [EngineKind.Docker, EngineKind.DockerCli])]
    public async Task Three_hundred_megabytes_pass_through_without_staying_in_memory(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        await bed.RunAsync(bed.Shell("true"));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var result = await bed.RunAsync(bed.Shell("head -c 314572800 /dev/zero"));

        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        Assert.Equal(314_572_800, result.StandardOutput.TotalBytes);
        Assert.Equal(314_572_800 - (10 * SandboxBed.MiB), result.StandardOutput.CutBytes);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 * SandboxBed.MiB);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task When_no_process_can_be_started_any_more_the_container_is_killed(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Limits = spec.Limits with { Pids = 12 } });
        var bomb = """
            import os, time
            print('begun', flush=True)
            while True:
                try:
                    if os.fork() == 0: time.sleep(1000)
                except OSError: pass
            """;

        var result = await bed.RunAsync(bed.Python(bomb) with { Timeout = TimeSpan.FromSeconds(1.5) });

        Assert.Equal((TerminationReason.Timeout, TerminatedBy.Harness), (result.Termination.Reason, result.Termination.By));
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
    }
}
