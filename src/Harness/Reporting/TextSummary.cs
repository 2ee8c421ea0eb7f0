using System.Text;
using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>Tells on the console what the suites came to: plain text, one block for each suite.</summary>
public static class TextSummary
{
    private const int MostDifferences = 10;
    private const int MostEvidence = 6;
    private const int MostInputFaults = 20;

    /// <summary>Writes the text, ending in a line feed.</summary>
    /// <param name="results">What the suites came to.</param>
    /// <param name="artifacts">The folder that holds the logs.</param>
    /// <param name="shownAs">The folder as the user named it, for the paths in the text.</param>
    public static string Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, string shownAs)
    {
        var text = new StringBuilder();
        foreach (var result in results)
            Suite(text, result, artifacts.Suite(result.Suite), shownAs.Replace('\\', '/').TrimEnd('/'));
        if (results.Count != 1)
            text.Append(Total(results)).Append('\n');
        return text.Append("Artifacts: ").Append(SafeText.Line(shownAs)).Append('\n').ToString();
    }

    private static void Suite(StringBuilder text, SuiteResult result, SuiteFolder folder, string root)
    {
        var runs = result.Runs.Count > 0 ? $"{Amounts.Count(result.Runs.Count, "run")}, " : "";
        text.Append(SafeText.Line(result.Suite)).Append(": ").Append(Wording.Headline(result));
        text.Append(" (").Append(runs).Append(Amounts.Seconds(result.DurationSeconds)).Append(")\n");
        Columns.Append(text, "  ", result.Runs.Select(TextRuns.Of));
        foreach (var warning in result.Warnings)
            Diagnostic(text.Append('\n'), result, "warning", warning, [["remedy", warning.Remedy]]);

        if (result.Verdict is Verdict.Invalid)
            Input(text, result);
        else if (result.Causes is [var first, ..])
            Diagnostic(text.Append('\n'), result, "error", first, Details(result, first, folder, root));
        if (result.Verdict is not Verdict.Passed)
            Differences(text, result, $"{root}/{folder.Name}/diff");
        text.Append('\n');
    }

    // Each cause of an invalid suite is a fault of its own.
    private static void Input(StringBuilder text, SuiteResult result)
    {
        text.Append('\n');
        foreach (var cause in result.Causes.Take(MostInputFaults))
            Diagnostic(text, result, "error", cause, [["remedy", cause.Remedy]]);
        if (result.Causes.Count > MostInputFaults)
            text.Append("  ").Append(Amounts.Count(result.Causes.Count - MostInputFaults, "further error")).Append(" in result.json\n");
    }

    // The form of compilers, which editors and build systems make clickable; details are indented, so that they are never taken for it.
    private static void Diagnostic(StringBuilder text, SuiteResult result, string severity, Cause cause, string?[][] details)
    {
        var position = new Suites.SourcePosition(cause.File ?? result.File, cause.File is null ? null : cause.Line, cause.Column);
        text.Append(SafeText.Line($"{position}: {severity} {Wording.Headline(cause)}", 1_000)).Append('\n');
        Columns.Append(text, "  ", details);
    }

    private static string?[][] Details(SuiteResult result, Cause cause, SuiteFolder folder, string root) =>
    [
        .. cause.Evidence.Take(MostEvidence).Select(line => new[] { line.Source, line.Text }),
        .. cause.Contradictions.Select(line => new[] { "against", $"{line.Source}: {line.Text}" }),
        .. Wording.Doubt(cause) is { } doubt ? [["confidence", doubt]] : Array.Empty<string[]>(),
        .. result.Causes.Skip(1).Take(2).Select(other =>
            new[] { "possibly", $"{other.Code} {other.Name} ({Amounts.Percent(other.Confidence)}): {other.Summary}" }),
        ["remedy", cause.Remedy],
        ["see", $"{root}/{folder.Name}/{Deciding.Log(result, cause, folder) ?? "result.json"}"],
    ];

    private static void Differences(StringBuilder text, SuiteResult result, string diffs)
    {
        var real = DifferenceText.Real(result.Reproducibility);
        if (real.Count == 0)
            return;
        text.Append("\n  Differences between the runs\n");
        Columns.Append(text, "    ", real.Take(MostDifferences).Select(difference =>
            new[] { difference.Kind, difference.Subject, DifferenceText.Values(difference) }));
        var hidden = real.Count - MostDifferences + (result.Reproducibility.Omitted ?? 0);
        if (hidden > 0)
            text.Append("    and ").Append(hidden).Append(" more in ").Append(SafeText.Line(diffs)).Append('\n');
        if (DifferenceText.Benign(result.Reproducibility) is { } benign)
            text.Append("    besides ").Append(SafeText.Line(benign)).Append('\n');
    }

    private static string Total(IReadOnlyList<SuiteResult> results)
    {
        if (results.Count == 0)
            return "No suites were run.";
        var verdicts = results.GroupBy(result => result.Verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Wording.Of(group.Key)}");
        return $"{results.Count} suites: {string.Join(", ", verdicts)}";
    }
}
