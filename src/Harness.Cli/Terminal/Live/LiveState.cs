using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Terminal.Live;

/// <summary>What a terminal shows of a run, kept up to date by its events. Not thread-safe.</summary>
internal sealed class LiveState
{
    private const int LongestLine = 200;

    private readonly Dictionary<(string Suite, int? Run), LiveRow> rows = [];
    private readonly List<string> said = [];
    private int ended;
    private int against;

    /// <summary>Runs that are under way, by name.</summary>
    public IReadOnlyList<LiveRow> Rows => [.. rows.Values.OrderBy(row => row.Name, StringComparer.Ordinal)];

    /// <summary>How many suites are under way, have ended, and did not pass.</summary>
    public string Status =>
        $"{Amounts.Count(rows.Keys.Select(key => key.Suite).Distinct().Count(), "suite")} under way"
        + (ended == 0 ? "" : $", {ended} ended") + (against == 0 ? "" : $", {against} not passed");

    /// <summary>Takes in an event.</summary>
    public void Apply(RunEvent one)
    {
        if (one.Suite is not { } suite)
        {
            Say(one);
            return;
        }

        switch (one.Kind)
        {
            case RunEventKind.ImagePulling:
                rows[(suite, null)] = Row(one, "image", one.Text);
                break;
            case RunEventKind.ImageReady:
                rows[(suite, null)] = Row(one, "waiting", null); // for a free place
                break;
            case RunEventKind.AttemptStarted:
                rows.Remove((suite, null));
                rows[(suite, one.Run)] = Row(one, one.Attempt > 1 ? $"attempt {one.Attempt}" : "container", null);
                break;
            case RunEventKind.StepStarted when !StepPlan.IsBeside(one.Step):
                Change(one, row => row with { Step = Safe(one.Step), Since = one.At, LastLine = "" });
                break;
            case RunEventKind.StepOutput when !StepPlan.PrintsForHarness(one.Step) && LastLine(one.Text) is { } line:
                Change(one, row => row with { LastLine = line });
                break;
            case RunEventKind.Resources:
                Change(one, row => row with { MemoryBytes = one.MemoryBytes, MemoryLimitBytes = one.MemoryLimitBytes });
                break;
            case RunEventKind.AttemptEnded:
                rows.Remove((suite, one.Run));
                break;
            case RunEventKind.SuiteEnded:
                foreach (var key in rows.Keys.Where(key => key.Suite == suite).ToList())
                    rows.Remove(key);
                ended++;
                against += one.Verdict is Verdict.Passed ? 0 : 1;
                if (rows.Count > 0) // after the last one the result itself follows
                    said.Add(SafeText.Line($"{suite}: {End(one)}", LongestLine));
                break;
        }

        Say(one);
    }

    /// <summary>What is to stay on the screen above the table, since the last time; each line once.</summary>
    public IReadOnlyList<string> TakeSaid()
    {
        string[] lines = [.. said];
        said.Clear();
        return lines;
    }

    private void Say(RunEvent one)
    {
        if (one.Kind == RunEventKind.Note && ProgressText.Of(one, verbose: false) is { } line)
            said.Add(line);
    }

    private static string End(RunEvent one)
    {
        var verdict = one.Verdict is { } known ? KebabCase.Of(known) : "ended";
        return one.Cause is { } cause && cause != verdict ? $"{verdict}, {cause}" : verdict;
    }

    private void Change(RunEvent one, Func<LiveRow, LiveRow> change)
    {
        if (rows.TryGetValue((one.Suite!, one.Run), out var row))
            rows[(one.Suite!, one.Run)] = change(row);
    }

    private static LiveRow Row(RunEvent one, string step, string? line) =>
        new(Safe(one.Run is { } run ? $"{one.Suite} run {run}" : one.Suite), step, one.At, null, null, Safe(line));

    private static string? LastLine(string? text) =>
        SafeText.Lines(text ?? "", LongestLine).LastOrDefault(line => line.Trim().Length > 0)?.Trim();

    private static string Safe(string? text) => SafeText.Line(text ?? "", LongestLine);
}
