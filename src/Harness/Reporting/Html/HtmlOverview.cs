using Harness.Evidence;

namespace Harness.Reporting.Html;

/// <summary>The table of suites of a report that has several.</summary>
internal static class HtmlOverview
{
    // More would push what failed far down the page: they are in a box that scrolls.
    private const int MostWhole = 50;

    /// <summary>Adds the table.</summary>
    /// <param name="page">The page.</param>
    /// <param name="suites">The suites with their places in the invocation, gravest first.</param>
    /// <param name="anchor">The section of a suite; null when it has none.</param>
    /// <param name="artifacts">The folder that the page lies in.</param>
    public static void Write(HtmlText page, IReadOnlyList<(int Index, SuiteResult Item)> suites, Func<int, string?> anchor, ArtifactsFolder artifacts)
    {
        page.Markup($"<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Suites</h2>\n<div class=\"scroll{(suites.Count > MostWhole ? "" : " whole")}\" tabindex=\"0\" role=\"region\" aria-labelledby=\"overview\">\n<table class=\"overview\">\n")
            .Markup("<thead><tr><th scope=\"col\">Suite</th><th scope=\"col\">Verdict</th><th scope=\"col\">Cause</th><th scope=\"col\">Duration</th><th scope=\"col\">Peak memory</th></tr></thead>\n<tbody>\n");
        foreach (var (index, suite) in suites)
        {
            page.Markup($"<tr class=\"{HtmlReport.Css(suite.Verdict)}\"><th scope=\"row\">");
            if (anchor(index) is { } id)
                page.Anchor(id, suite.Suite);
            else
                page.Link($"{artifacts.Suite(suite.Suite).Name}/result.json", suite.Suite);
            page.Markup("</th>").Markup("<td>").Markup(HtmlReport.Mark(suite.Verdict)).Text(" " + Wording.Headline(suite)).Markup("</td><td>");
            if (suite.Causes is [var first, ..])
                page.Element("code", first.Name);
            var peak = suite.Runs.SelectMany(run => run.Attempts).Max(attempt => attempt.Resources?.PeakMemoryBytes);
            page.Markup("</td>");
            Number(page, "Duration", Amounts.Seconds(suite.DurationSeconds));
            Number(page, "Peak memory", peak is { } bytes ? Amounts.Bytes(bytes) : "");
            page.Markup("</tr>\n");
        }

        page.Markup("</tbody>\n</table>\n</div>\n</section>\n");
    }

    // A narrow page has a row's cells below each other, and no head: a number says what it is.
    private static void Number(HtmlText page, string column, string text) =>
        page.Markup($"<td class=\"number\" data-column=\"{column}\">").Text(text).Markup("</td>");
}
