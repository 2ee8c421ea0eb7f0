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
            text.Append(results.Count == 0 ? "No suites were run." : Wording.Count(results)).Append('\n');
        return text.Append("Artifacts: ").Append(SafeText.Line(shownAs)).Append('\n').ToString();
    }

    private static void Suite(StringBuilder text, SuiteResult result, SuiteFolder folder, string root)
    {
        text.Append(SafeText.Line(result.Suite)).Append(": ").Append(Wording.Headline(result)).Append(Extent(result)).Append('\n');
        Columns.Append(text, "  ", result.Runs.Select(TextRuns.Of));

        if (result.Verdict is Verdict.Invalid)
            Input(text, result);
        else if (result.Causes is [var first, ..])
            Diagnostic(text.Append('\n'), result, "error", first, Details(result, first, folder, root));
        else if (result.Verdict is not Verdict.Passed)
            Columns.Append(text, "  ", [["see", $"{root}/{folder.Name}/{Deciding.Record(folder)}"]]);
        if (result.Verdict is not Verdict.Passed)
            Differences(text, result, $"{root}/{folder.Name}/diff");
        foreach (var warning in result.Warnings)
            Diagnostic(text.Append('\n'), result, "warning", warning, [["remedy", warning.Remedy]]);
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
            new[] { Wording.Besides(cause, other), $"{other.Code} {other.Name} ({Amounts.Percent(other.Confidence)}): {other.Summary}" }),
        ["remedy", cause.Remedy],
        ["see", $"{root}/{folder.Name}/{Deciding.Log(result, cause, folder) ?? Deciding.Record(folder)}"],
    ];

    private static void Differences(StringBuilder text, SuiteResult result, string diffs)
    {
        var real = DifferenceText.Real(result.Reproducibility);
        if (real.Count == 0)
            return;
        text.Append("\n  Differences between the runs\n");
        Columns.Append(text, "    ", real.Take(MostDifferences).Select(difference =>
            new[] { difference.Kind, difference.Subject, DifferenceText.Values(difference) }));
        var hidden = DifferenceText.Hidden(result.Reproducibility, MostDifferences);
        if (hidden > 0)
            text.Append("    and ").Append(hidden).Append(" more in ").Append(SafeText.Line(diffs)).Append('\n');
        if (DifferenceText.Benign(result.Reproducibility) is { } benign)
            text.Append("    besides ").Append(SafeText.Line(benign)).Append('\n');
    }
}
