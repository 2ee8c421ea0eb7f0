using System.Text;
using System.Text.Encodings.Web;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Reporting.Html;

/// <summary>How the runs differ: real differences first; the first of them as a table, all of them by the page's script.</summary>
internal static class HtmlDifferences
{
    private const int MostInTable = 100;

    public static void Write(HtmlText page, SuiteResult result, SuiteFolder folder, string id, HtmlBudget budget)
    {
        var comparison = result.Reproducibility;
        if (comparison.Verdict is ReproducibilityVerdict.NotCompared)
            return;
        var real = DifferenceText.Real(comparison);
        page.Markup($"<details class=\"differences\"{(real.Count > 0 ? " open=\"\"" : "")}><summary>").Text(Headline(comparison, real.Count)).Markup("</summary>\n");
        if (DifferenceText.Benign(comparison) is { } benign)
            page.Element("p", benign, "quiet").Markup("\n");
        if (comparison.Differences.Count > 0)
            Table(page, [.. comparison.Differences.OrderBy(difference => difference.Benign)], $"{id}-differences", budget);
        page.Markup("<p class=\"files\">");
        HtmlSuite.Files(page, folder, ["diff/freeze.diff", "diff/files.diff", "diff/outcomes.diff"]);
        page.Markup("</p>\n</details>\n");
    }

    private static string Headline(Comparison comparison, int real) => real == 0
        ? $"Runs compared: {Wording.Of(comparison.Verdict)}"
        : $"Runs compared: {Wording.Of(comparison.Verdict)}, {Amounts.Count(real, "difference")}";

    private static void Table(HtmlText page, IReadOnlyList<Difference> differences, string id, HtmlBudget budget)
    {
        page.Markup($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"differences\">\n<table id=\"{id}\">\n<thead><tr>")
            .Markup("<th scope=\"col\">Kind</th><th scope=\"col\">Of</th><th scope=\"col\">Run 1</th><th scope=\"col\">Run 2</th><th scope=\"col\">Rule</th></tr></thead>\n<tbody>\n");
        foreach (var difference in differences.Take(MostInTable))
        {
            page.Markup(difference.Benign ? "<tr class=\"skipped\">" : "<tr>");
            foreach (var cell in Cells(difference))
                page.Element("td", cell);
            page.Markup("</tr>\n");
        }

        page.Markup("</tbody>\n</table>\n</div>\n");
        if (differences.Count <= MostInTable)
            return;
        var (json, count) = Json(differences, budget);
        page.Markup($"<p class=\"more\" data-table=\"{id}\">The first {MostInTable} of {differences.Count}; the files below have them all.</p>\n")
            .Markup($"<script type=\"application/json\" data-rows=\"{id}\" data-count=\"{count}\" data-all=\"{differences.Count}\">").Markup(json).Markup("</script>\n");
    }

    private static string[] Cells(Difference difference) =>
    [
        .. new[] { difference.Kind, difference.Subject, DifferenceText.Value(difference.Left), DifferenceText.Value(difference.Right), difference.Rule ?? "" }
            .Select(text => VisibleText.Of(TextCut.Middle(text, 300))),
    ];

    // JavaScriptEncoder.Default writes <, > and & as escapes: nothing in it can end the element.
    private static (string Json, int Count) Json(IReadOnlyList<Difference> differences, HtmlBudget budget)
    {
        var json = new StringBuilder("[");
        var count = 0;
        foreach (var difference in differences)
        {
            var row = $"[{string.Join(',', Cells(difference).Select(cell => $"\"{JavaScriptEncoder.Default.Encode(cell)}\""))}]";
            if (!budget.TryDifference(row.Length))
                break;
            json.Append(count++ == 0 ? "" : ",\n").Append(row);
        }

        return (json.Append(']').ToString(), count);
    }
}
