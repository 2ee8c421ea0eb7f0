using System.Globalization;
using System.Text;
using Harness.Evidence;

namespace Harness.Reporting.GitHub;

/// <summary>Tells what the suites came to in Markdown, for the summary of a GitHub job.</summary>
public static class StepSummary
{
    // GitHub drops a summary above 1 MiB entirely; the rest is for what others write in the same step.
    private const int MostBytes = 1_000_000;
    private const int MostRows = 300;

    /// <summary>Writes the summary. It is below 1 MiB always, and says what it leaves out.</summary>
    /// <param name="results">What the suites came to.</param>
    /// <param name="artifacts">The folder that holds the logs.</param>
    /// <param name="shownAs">The folder as the user named it.</param>
    /// <param name="seconds">How long all of them took; null where that is not known.</param>
    public static string Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, string shownAs, double? seconds = null)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(Headline(results, seconds)).Append("\n\n");
        Table(text, results);
        text.Append("Artifacts: ").Append(MarkdownText.Code(shownAs)).Append('\n');
        if (NextCommands.Of(results) is { } next)
            text.Append("\nMore: ").Append(MarkdownText.Code(next)).Append('\n');

        var bytes = Encoding.UTF8.GetByteCount(text.ToString());
        var open = results.Where(result => result.Verdict is not Verdict.Passed || result.Warnings.Count > 0 || result.Baseline is not null).ToArray();
        foreach (var (index, result) in open.Index())
        {
            // Whole sections only, so that neither a table nor a fence nor a character is cut through.
            var section = SuiteSection.Of(result, artifacts.Suite(result.Suite));
            var length = Encoding.UTF8.GetByteCount(section);
            if (bytes + length > MostBytes)
            {
                var left = Amounts.Count(open.Length - index, "more suite has", "more suites have");
                text.Append('\n').Append(left).Append(" no room here; see junit.xml.\n");
                break;
            }

            bytes += length;
            text.Append(section);
        }

        return text.ToString();
    }

    private static string Headline(IReadOnlyList<SuiteResult> results, double? seconds)
    {
        if (Verdicts.Gravest(results.Select(result => result.Verdict)) is not { } verdict)
            return "❌ No suites were run";
        if (results is [var only])
            return $"{Mark(verdict)} {MarkdownText.Inline(only.Suite)}: {Wording.Headline(only)}";
        return $"{Mark(verdict)} {Wording.Count(results, seconds)}";
    }

    private static string Mark(Verdict verdict) => verdict is Verdict.Passed ? "✅" : "❌";

    private static void Table(StringBuilder text, IReadOnlyList<SuiteResult> results)
    {
        if (results.Count == 0)
            return;
        text.Append("| | suite | verdict | run | outcome | duration | memory |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        var rows = results.OrderBy(result => result.Verdict is Verdict.Passed).SelectMany(Rows).ToArray();
        foreach (var row in rows.Take(MostRows))
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        if (rows.Length > MostRows)
            text.Append(CultureInfo.InvariantCulture, $"\n{rows.Length - MostRows} more rows are left out.\n");
        text.Append('\n');
    }

    private static IEnumerable<string[]> Rows(SuiteResult result)
    {
        var suite = MarkdownText.Inline(result.Suite, 100);
        var verdict = Wording.Headline(result);
        return result.Runs.Count == 0
            ? [[Mark(result.Verdict), suite, verdict, "", "", "", ""]]
            : result.Runs.Select((run, index) => new[]
            {
                index == 0 ? Mark(result.Verdict) : "",
                index == 0 ? suite : "",
                index == 0 ? verdict : "",
                run.Index.ToString(CultureInfo.InvariantCulture),
                TextRuns.Remarks(result, run) is { } remarks ? $"{Wording.Of(run.Outcome)} ({MarkdownText.Inline(remarks)})" : Wording.Of(run.Outcome),
                run.Attempts is [.., var last] ? Amounts.Seconds(last.DurationSeconds) : "",
                run.Attempts is [.., { Resources: { } use }] ? ResourceText.Peak(use) ?? "" : "",
            });
    }
}
