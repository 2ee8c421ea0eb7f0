using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>Signals to the command as a process.</summary>
[Collection("engine")] // containers are counted by the suite's name
public sealed class SignalTests : IDisposable
{
    private const string Listener = "import signal, time\\n"
        + "def heard(number, frame): print('heard', number, flush=True); raise SystemExit(0)\\n"
        + "[signal.signal(number, heard) for number in (1, 2, 15)]\\n"
        + "print('ready', flush=True)\\ntime.sleep(600)";

    private const string Deaf = "import signal, time\\n"
        + "[signal.signal(number, signal.SIG_IGN) for number in (1, 2, 15)]\\n"
        + "print('ready', flush=True)\\ntime.sleep(600)";

    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData("INT", 2, 130)]
    [InlineData("TERM", 15, 143)]
    public async Task A_signal_is_passed_on_to_the_step_which_may_end_in_its_own_way(string signal, int number, int exitCode)
    {
        bed.Write($"  - {{name: sleeper, run: [python, -c, \"{Listener}\"], timeout: 5m}}\n", keys: "runs: 1\n");
        await using var harness = await RunningHarness.StartAsync(bed.Path, "| ready", "run", "--output", "out", "--verbose");

        harness.Signal(signal);

        Assert.Equal(exitCode, await harness.ExitCodeAsync());
        var step = bed.Result().Runs[0].Attempts[0].Steps[^1];
        Assert.Equal(Outcome.Interrupted, step.Outcome);
        Assert.Equal($"ready\nheard {number}\n", File.ReadAllText(Path.Combine(bed.Output, "bed", step.Stdout!)));
        Assert.Equal((number, "test:sleeper"), (Kills()[0].Signal, Kills()[0].Target));
        await AssertInterruptedAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task An_interrupted_run_ends_as_such_also_when_something_had_failed_before()
    {
        bed.Write(
            "  - {name: bad, run: [\"false\"]}\n" + $"  - {{name: sleeper, run: [python, -c, \"{Listener}\"], timeout: 5m}}\n", keys: "runs: 1\n");
        await using var harness = await RunningHarness.StartAsync(bed.Path, "| ready", "run", "--output", "out", "--verbose");

        harness.Signal("INT");

        Assert.Equal(130, await harness.ExitCodeAsync());
        Assert.Equal(["test-failed", "interrupted"], bed.Result().Causes.Select(cause => cause.Name));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_step_that_does_not_listen_is_killed_after_the_grace()
    {
        bed.Write($"  - {{name: sleeper, run: [python, -c, \"{Deaf}\"], timeout: 5m}}\n", keys: "runs: 1\n");
        await using var harness = await RunningHarness.StartAsync(bed.Path, "| ready", "run", "--output", "out", "--verbose");

        harness.Signal("INT");

        Assert.Equal(130, await harness.ExitCodeAsync());
        Assert.Equal([2, 9], Kills().Take(2).Select(kill => kill.Signal));
        await AssertInterruptedAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_second_signal_ends_everything_at_once_and_the_artifacts_are_whole()
    {
        bed.Write($"  - {{name: sleeper, run: [python, -c, \"{Deaf}\"], timeout: 5m}}\n", keys: "runs: 1\n");
        await using var harness = await RunningHarness.StartAsync(bed.Path, "| ready", "run", "--output", "out", "--verbose");

        harness.Signal("INT");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        harness.Signal("INT");

        Assert.Equal(130, await harness.ExitCodeAsync());
        // The container itself, without the second of the two polite steps.
        Assert.Equal([("test:sleeper", 2), ("container", 9)], Kills().Take(2).Select(kill => (kill.Target, kill.Signal)));
        Assert.Equal("interrupted", bed.Result().Causes[0].Name);
        await AssertInterruptedAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_signal_during_the_install_is_no_different()
    {
        bed.Write(keys: "runs: 2\n");
        await using var harness = await RunningHarness.StartAsync(bed.Path, "install ...", "run", "--output", "out", "--verbose");

        harness.Signal("TERM");

        Assert.Equal(143, await harness.ExitCodeAsync());
        await AssertInterruptedAsync();
    }

    private IReadOnlyList<KillEntry> Kills() =>
        [.. JournalReader.Read(Path.Combine(bed.Output, "bed/journal.jsonl")).Entries.Select(entry => entry.Kill).OfType<KillEntry>()];

    private async Task AssertInterruptedAsync()
    {
        Assert.Equal(Verdict.Interrupted, bed.Result().Verdict);
        Assert.True(File.Exists(Path.Combine(bed.Output, "junit.xml")));
        Assert.Equal(Verdict.Interrupted, ArtifactsIndex.Read(Path.Combine(bed.Output, "index.json"))!.Verdict);
        Assert.Empty(await EngineContainers.OfSuiteAsync("bed"));
    }
}
