using System.Text;
using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

/// <summary>Attempts that are made again, on the engine.</summary>
[Collection("engine")]
public sealed class RetryTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_container_that_somebody_killed_is_tried_again_and_both_attempts_keep_their_artifacts()
    {
        bed.Write(
            "  - {name: sleeper, run: [sleep, \"4\"]}\n",
            keys: "runs: 1\nretries: {delay: 50ms}\n");

        var report = await bed.RunAsync(new Killer(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var run = Assert.Single(bed.Result().Runs);
        Assert.Equal([Outcome.Lost, Outcome.Passed], run.Attempts.Select(attempt => attempt.Outcome == Outcome.Passed ? Outcome.Passed : Outcome.Lost));
        Assert.Equal("killed-externally", run.Attempts[0].Causes[0].Name);
        Assert.Equal((2, 1, 1), (bed.Result().Statistics.Attempts, bed.Result().Statistics.Retried, bed.Result().Statistics.Recovered));
        foreach (var attempt in new[] { "attempt-1", "attempt-2" })
            Assert.True(File.Exists(Path.Combine(bed.Output, "bed/run-1", attempt, "freeze.txt")), attempt);
        Assert.Contains("<flakyFailure", await File.ReadAllTextAsync(Path.Combine(bed.Output, "junit.xml"), TestContext.Current.CancellationToken));
        Assert.Contains("recovered by a retry", await File.ReadAllTextAsync(Path.Combine(bed.Output, "summary.md"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_test_that_passes_when_tried_again_is_flaky()
    {
        bed.Write(
            "  - {name: coin, run: \"if rmdir /workspace/marker; then echo tails; exit 1; fi\"}\n",
            keys: "runs: 1\nworkspace: {path: shared, access: read-write}\nuser: root\nretries: {delay: 1ms, tests: true}\n");
        Directory.CreateDirectory(Path.Combine(bed.Path, "shared", "marker"));

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var flaky = bed.Result().Warnings.Single(warning => warning.Name == "flaky");
        Assert.Equal(("Test coin failed in 1 attempt and passed in a further attempt with the same inputs.", "coin"), (flaky.Summary, flaky.Subject));
        Assert.Equal(("smoke.yml", "attempt 1"), (flaky.File, Assert.Single(flaky.Evidence).Source));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_test_that_fails_is_not_tried_again_unless_the_suite_asks_for_it()
    {
        bed.Write("  - {name: broken, run: [\"false\"]}\n", keys: "runs: 1\nretries: {delay: 1ms}\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Single(Assert.Single(bed.Result().Runs).Attempts);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_registry_that_cannot_be_reached_is_asked_again_and_then_named()
    {
        bed.Write(image: $"127.0.0.1:1/harness/absent@sha256:{new string('0', 64)}", keys: "retries: {attempts: 3, delay: 1ms}\n");
        var notes = new Notes();

        var report = await bed.RunAsync(notes, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Infrastructure, report.ExitCode);
        Assert.Equal("registry-unreachable", bed.Result().Causes[0].Name);
        Assert.Equal(["attempt 2 follows", "attempt 3 follows"], notes.Texts.Select(text => text[text.IndexOf("; attempt", StringComparison.Ordinal)..][2..19]));
    }

    private sealed class Notes : IRunProgress
    {
        public List<string> Texts { get; } = [];

        public void Report(RunEvent runEvent)
        {
            if (runEvent is { Kind: RunEventKind.Note, Text: { } text } && text.Contains("to get the image", StringComparison.Ordinal))
                Texts.Add(text);
        }
    }

    /// <summary>Kills the container of the first attempt while its test runs.</summary>
    private sealed class Killer : IRunProgress
    {
        public void Report(RunEvent runEvent)
        {
            if (runEvent is { Kind: RunEventKind.StepStarted, Step: "test:sleeper", Attempt: 1 })
                _ = KillAsync();
        }

        private static async Task KillAsync()
        {
            await Task.Delay(1_000);
            var id = new StringBuilder();
            await (CliWrap.Cli.Wrap("docker").WithArguments(["ps", "-q", "--filter", "label=io.harness.suite=bed"]) | id).ExecuteAsync();
            await CliWrap.Cli.Wrap("docker").WithArguments(["kill", id.ToString().Trim()]).ExecuteAsync();
        }
    }
}
