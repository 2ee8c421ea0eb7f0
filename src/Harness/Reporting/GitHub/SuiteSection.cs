using System.Text;
using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility.Baselines;
using Harness.Suites;

namespace Harness.Reporting.GitHub;

/// <summary>The section of one suite: its causes with evidence and remedy, what their logs end with, how its runs differ.</summary>
internal static class SuiteSection
{
    private const int MostDifferences = 20;
    private const int MostEvidence = 8;
    private const int MostRivals = 2;
    private const int MostWhole = 5;
    private const int MostBrief = 20;
    private const int MostLogBytes = 8 << 10;
    private const int MostLogLines = 30;
    private const int LongestSummary = 1_000;

    public static string Of(SuiteResult result, SuiteFolder folder)
    {
        var text = new StringBuilder();
        text.Append("\n### ").Append(MarkdownText.Inline(result.Suite, 100)).Append(": ").Append(Wording.Headline(result)).Append('\n');
        var groups = CauseGroup.Of(result);
        var whole = result.Verdict is Verdict.Invalid ? 0 : MostWhole;
        foreach (var group in groups.Take(whole))
            Whole(text, result, group, folder);
        foreach (var group in groups.Skip(whole).Take(MostBrief))
            Headline(text, result, group.Cause, group.Cause.Remedy);
        if (groups.Count > whole + MostBrief)
            text.Append('\n').Append(Amounts.Count(groups.Count - whole - MostBrief, "further error")).Append(" in result.json.\n");

        foreach (var warning in result.Warnings.Take(MostBrief))
            Headline(text, result, warning, warning.Remedy);
        Differences(text, result, folder);
        if (result.Baseline is { } baseline)
            Baseline(text, baseline);
        return text.ToString();
    }

    private static void Baseline(StringBuilder text, BaselineComparison baseline)
    {
        text.Append('\n').Append(MarkdownText.Inline(BaselineText.Since(baseline), LongestSummary)).Append('\n');
        if (baseline.Changes.Count > 0)
            text.Append("\n| change | of | before | after |\n| --- | --- | --- | --- |\n");
        foreach (var change in baseline.Changes.Take(MostDifferences))
        {
            string[] values = [change.Subject, DifferenceText.Value(change.Before), DifferenceText.Value(change.After)];
            text.Append("| ").Append(MarkdownText.Inline(change.Area, 50)).Append(" | ");
            text.AppendJoin(" | ", values.Select(value => MarkdownText.Code(value, 200))).Append(" |\n");
        }

        var hidden = BaselineText.Hidden(baseline, MostDifferences);
        if (hidden > 0)
            text.Append('\n').Append(Amounts.Count(hidden, "more change")).Append(".\n");
        if (BaselineText.Notable(baseline) is { } notable)
            text.Append("\nBesides ").Append(MarkdownText.Inline(notable, LongestSummary)).Append(".\n");
    }

    private static void Headline(StringBuilder text, SuiteResult result, Cause cause, string? remedy = null)
    {
        var position = new SourcePosition(cause.File ?? result.File, cause.File is null ? null : cause.Line, cause.Column);
        text.Append("\n**").Append(MarkdownText.Inline(cause.Code, 20)).Append("** ").Append(MarkdownText.Inline(cause.Summary, LongestSummary));
        text.Append(" (").Append(MarkdownText.Code(position.ToString())).Append(")\n");
        if (remedy is not null)
            text.Append("Remedy: ").Append(MarkdownText.Inline(remedy, LongestSummary)).Append('\n');
    }

    private static void Whole(StringBuilder text, SuiteResult result, CauseGroup group, SuiteFolder folder)
    {
        var cause = group.Cause;
        Headline(text, result, cause);
        text.Append('\n');
        foreach (var line in Wording.Evidence(cause).Take(MostEvidence))
            Item(text, line.Source, MarkdownText.Code(line.Text));
        foreach (var line in cause.Contradictions.Take(MostEvidence))
            Item(text, "against", $"{MarkdownText.Inline(line.Source)} {MarkdownText.Code(line.Text)}");
        if (Wording.Doubt(cause) is { } doubt)
            Item(text, "confidence", MarkdownText.Inline(doubt));
        foreach (var rival in group.Rivals.Take(MostRivals))
            Item(text, "possibly", MarkdownText.Inline(Wording.Rival(rival), LongestSummary));
        if (group.Rivals.Count > MostRivals)
            Item(text, "more", MarkdownText.Inline($"{Wording.More(group.Rivals.Skip(MostRivals))}; see report.html", LongestSummary));
        text.Append("\n**Remedy:** ").Append(MarkdownText.Inline(cause.Remedy, LongestSummary)).Append('\n');
        Log(text, folder, Deciding.Log(result, cause, folder));
    }

    private static void Item(StringBuilder text, string label, string value) =>
        text.Append("- ").Append(MarkdownText.Inline(label, 50)).Append(": ").Append(value).Append('\n');

    private static void Log(StringBuilder text, SuiteFolder folder, string? log)
    {
        if (folder.Find(log) is not { } path)
            return;
        text.Append("\n<details><summary>The end of ").Append(MarkdownText.Code($"{folder.Name}/{log}")).Append("</summary>\n\n");
        text.Append(MarkdownText.Fence(LogExcerpt.Read(path, 0, MostLogBytes), MostLogLines)).Append("\n</details>\n");
    }

    private static void Differences(StringBuilder text, SuiteResult result, SuiteFolder folder)
    {
        var real = DifferenceText.Real(result.Reproducibility);
        if (real.Count == 0)
            return;
        text.Append("\n| difference | of | run 1 | run 2 |\n| --- | --- | --- | --- |\n");
        foreach (var difference in real.Take(MostDifferences))
        {
            string[] values = [difference.Subject, DifferenceText.Value(difference.Left), DifferenceText.Value(difference.Right)];
            text.Append("| ").Append(MarkdownText.Inline(difference.Kind, 50)).Append(" | ");
            text.AppendJoin(" | ", values.Select(value => MarkdownText.Code(value, 200))).Append(" |\n");
        }

        var hidden = DifferenceText.Hidden(result.Reproducibility, MostDifferences);
        if (hidden > 0)
        {
            text.Append('\n').Append(Amounts.Count(hidden, "more difference"));
            text.Append(" in ").Append(MarkdownText.Code($"{folder.Name}/diff")).Append(".\n");
        }

        if (DifferenceText.Benign(result.Reproducibility) is { } benign)
            text.Append("\nBesides ").Append(MarkdownText.Inline(benign)).Append(".\n");
    }
}
