using System.Text;
using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>Tells on the console what the suites came to, one block for each suite: those that passed first, so that the gravest end near the total.</summary>
public static class TextSummary
{
    private const int MostDifferences = 10;

    /// <summary>Writes the text, ending in a line feed.</summary>
    /// <param name="results">What the suites came to.</param>
    /// <param name="artifacts">The folder that holds the logs, and the index, which knows how long all suites took together.</param>
    /// <param name="shownAs">The folder as the user named it, for the paths in the text.</param>
    /// <param name="colours">Whether verdicts and the first lines of causes are coloured; else there are no control characters.</param>
    public static string Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, string shownAs, bool colours = false)
    {
        var text = new StringBuilder();
        var paint = new TextColours(colours);
        var told = new HashSet<string>();
        foreach (var result in results.OrderByDescending(result => Verdicts.Rank(result.Verdict)))
            Suite(text, result, artifacts.Suite(result.Suite), shownAs.Replace('\\', '/').TrimEnd('/'), paint, told);
        if (Verdicts.Gravest(results.Select(result => result.Verdict)) is not { } gravest)
            text.Append("No suites were run.\n");
        else if (results.Count > 1)
            text.Append(paint.Of(gravest, Wording.Count(results, ArtifactsIndex.Read(artifacts.Index)?.DurationSeconds))).Append('\n');
        text.Append("Artifacts: ").Append(SafeText.Line(shownAs)).Append('\n');
        if (NextCommands.Of(results) is { } next)
            text.Append("More: ").Append(SafeText.Line(next, 1_000)).Append('\n');
        return text.ToString();
    }

    /// <summary>What a suite came to, in one safe line, such as <c>api: passed, reproducible (2 runs, 12.4 s)</c>.</summary>
    public static string Headline(SuiteResult result) => Headline(result, new(on: false));

    private static string Headline(SuiteResult result, TextColours paint) =>
        $"{SafeText.Line(result.Suite)}: {paint.Of(result.Verdict, Wording.Headline(result))}{Extent(result)}";

    private static void Suite(StringBuilder text, SuiteResult result, SuiteFolder folder, string root, TextColours paint, HashSet<string> told)
    {
        text.Append(Headline(result, paint)).Append('\n');
        Columns.Append(text, "  ", result.Runs.Select(run => TextRuns.Of(result, run)));

        var errors = Findings.Errors(result, folder, root);
        foreach (var (index, error) in errors.Index())
            Diagnostic(index == 0 || error.See is not null ? text.Append('\n') : text, Short(error, told), paint.Error, "error");
        if (Findings.Dropped(result) is > 0 and var dropped)
            text.Append("  ").Append(Amounts.Count(dropped, "further error")).Append(" in result.json\n");
        if (errors.Count == 0 && result.Verdict is not Verdict.Passed)
            Columns.Append(text, "  ", [["see", $"{root}/{Deciding.See(folder, null)}"]]);
        if (result.Verdict is not Verdict.Passed)
            Differences(text, result, $"{root}/{folder.Name}/diff");
        if (result.Baseline is { } baseline)
            text.Append("\n  ").AppendJoin("\n  ", BaselineText.Lines(baseline)).Append('\n');
        Kept(text, result);
        foreach (var warning in Findings.Warnings(result))
            Diagnostic(text.Append('\n'), warning, paint.Warning, "warning");
        text.Append('\n');
    }

    // Such as " (2 runs, 12.4 s)"; nothing where nothing was run.
    private static string Extent(SuiteResult result)
    {
        string[] parts =
        [
            .. result.Runs.Count > 0 ? [Amounts.Count(result.Runs.Count, "run")] : Array.Empty<string>(),
            .. result.DurationSeconds > 0 ? [Amounts.Seconds(result.DurationSeconds)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    // Many suites may end for one reason, such as a registry that is down: what carries it, and what to do, is said once.
    private static Finding Short(Finding error, HashSet<string> told) => told.Add(string.Join('\n', [error.Code, error.Text, error.Remedy, .. error.Details.Select(detail => detail.Text)]))
        ? error
        : error with { Details = [], Rivals = [], Remedy = "as above" };

    // The form of compilers, which editors and build systems make clickable; details are indented, so that they are never taken for it.
    private static void Diagnostic(StringBuilder text, Finding finding, Func<string, string> paint, string severity)
    {
        text.Append(paint(SafeText.Line($"{finding.Position}: {severity} {finding.Code}: {finding.Text}", 1_000))).Append('\n');
        Columns.Append(text, "  ",
        [
            .. finding.Details.Select(detail => new[] { detail.Source, detail.Text }),
            ["remedy", finding.Remedy],
            .. finding.See is { } see ? [["see", see]] : Array.Empty<string[]>(),
            .. finding.Rivals.Select(rival => new[] { rival.Source, rival.Text }),
        ]);
    }

    private static void Kept(StringBuilder text, SuiteResult result)
    {
        var kept = result.Runs.SelectMany(run => run.Attempts).Select(attempt => attempt.Kept).OfType<KeptContainer>().ToList();
        if (kept.Count == 0)
            return;
        text.Append("\n  Containers that were left\n");
        Columns.Append(text, "    ", kept.SelectMany(one => new string?[][] { ["enter", one.Enter], ["remove", one.Remove] }));
    }

    private static void Differences(StringBuilder text, SuiteResult result, string diffs)
    {
        var real = DifferenceText.Real(result.Reproducibility);
        var benign = DifferenceText.Benign(result.Reproducibility);
        // What few there are is the evidence of the cause, above.
        var told = real.Count <= DriftCause.Shown && result.Causes is [var first, ..] && DriftCause.Is(first);
        if (real.Count == 0 || (told && benign is null))
            return;
        text.Append("\n  Differences between the runs\n");
        Columns.Append(text, "    ", real.Take(told ? 0 : MostDifferences).Select(difference =>
            new[] { difference.Kind, difference.Subject, DifferenceText.Values(difference) }));
        var hidden = DifferenceText.Hidden(result.Reproducibility, told ? real.Count : MostDifferences);
        if (hidden > 0)
            text.Append("    and ").Append(hidden).Append(" more in ").Append(SafeText.Line(diffs)).Append('\n');
        if (benign is not null)
            text.Append("    besides ").Append(SafeText.Line(benign)).Append('\n');
    }
}
