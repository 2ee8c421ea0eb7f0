using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

[Collection("engine")] // containers are counted by the suite's name
public sealed class LiveOutputTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task What_a_step_prints_is_told_while_it_runs_with_its_stream_and_without_secrets()
    {
        bed.Write(
            "  - {name: talker, run: \"echo one; echo token is $API_TOKEN >&2; sleep 1; echo two\"}\n",
            keys: "runs: 1\nenv: {API_TOKEN: \"${API_TOKEN}\"}\n");
        var environment = RealEngine.Environment;
        environment["API_TOKEN"] = "tok-6f1d0c9a";
        var progress = new ProgressList();

        await bed.RunAsync(progress, environment, cancellationToken: TestContext.Current.CancellationToken);

        var talk = progress.Events.SkipWhile(e => e is not { Kind: RunEventKind.StepStarted, Step: "test:talker" })
            .TakeWhile(e => e.Kind != RunEventKind.AttemptEnded).Select(e => (e.Kind, e.Step, e.Stream, e.Text)).ToList();
        Assert.Equal(
            [
                (RunEventKind.StepStarted, "test:talker", null, null),
                (RunEventKind.StepOutput, "test:talker", "stderr", "token is ***"),
                (RunEventKind.StepOutput, "test:talker", "stdout", "one"),
                (RunEventKind.StepOutput, "test:talker", "stdout", "two"),
                (RunEventKind.StepEnded, "test:talker", null, null),
            ],
            talk.OrderBy(one => one.Kind switch { RunEventKind.StepStarted => 0, RunEventKind.StepOutput => 1, _ => 2 }).ThenBy(one => one.Stream));
        Assert.Equal(RunEventKind.StepEnded, talk[^1].Kind);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_flood_is_told_in_few_pieces_and_nothing_is_lost_from_the_count()
    {
        bed.Write("  - {name: flood, run: \"yes | head -c 50000000\"}\n", keys: "runs: 1\n");
        var progress = new ProgressList();

        await bed.RunAsync(progress, cancellationToken: TestContext.Current.CancellationToken);

        var told = progress.Events.Where(e => e is { Kind: RunEventKind.StepOutput, Step: "test:flood" }).ToList();
        var step = bed.Result().Runs[0].Attempts[0].Steps[^1];
        Assert.InRange(told.Count, 1, (step.DurationSeconds * 4) + 2);
        Assert.All(told, e => Assert.InRange(e.Text!.Length, 1, 8 << 10));
        // "y" and a line feed; the last line feed of each piece is not told.
        Assert.InRange(told.Sum(e => (e.SkippedBytes ?? 0) + e.Text!.Length), 50_000_000 - told.Count, 50_000_000);
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_does_not_want_output_is_not_told()
    {
        bed.Write(keys: "runs: 1\n");
        var progress = new ProgressList(wantsOutput: false);

        await bed.RunAsync(progress, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(progress.Events, e => e.Kind == RunEventKind.StepEnded);
        Assert.DoesNotContain(progress.Events, e => e.Kind == RunEventKind.StepOutput);
    }
}
