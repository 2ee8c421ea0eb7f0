using Harness.Evidence;
using Harness.History;

namespace Harness.Reporting.Html;

/// <summary><c>history.html</c>: what many records tell over time, in the manner of the report.</summary>
internal static class HtmlHistory
{
    private const int MostRows = 50;

    /// <summary>The whole page.</summary>
    public static string Of(HistoryReport report)
    {
        var points = report.Suites.SelectMany(suite => suite.Points).ToList();
        var latest = Verdicts.Gravest(report.Suites.Where(suite => suite.Points.Count > 0).Select(suite => suite.Points[^1].Verdict));
        var headline = $"{Amounts.Count(report.Suites.Count, "suite")}, {Amounts.Count(points.Count, "record")}";
        var page = HtmlShell.Begin(new(), headline);
        page.Markup($"<header class=\"{HtmlReport.Css(latest)}\">\n<p class=\"mark\" aria-hidden=\"true\">{HtmlReport.Mark(latest)}</p>\n<div>\n").Element("h1", headline)
            .Markup("\n<p>").Text(points.Count == 0 ? "" : $"{Day(points.Min(point => point.At))} to {Day(points.Max(point => point.At))} · the mark shows the latest verdicts · ")
            .Link("history.json", "history.json").Markup("</p>\n</div>\n</header>\n<main>\n");
        page.Markup("<section>\n").Element("h2", "All suites").Markup("\n");
        HtmlHistoryTotals.Write(page, report.Totals);
        page.Markup("</section>\n");
        foreach (var (index, suite) in report.Suites.Index())
            Suite(page, suite, $"suite-{index + 1}");
        if (report.Unreadable.Count > 0)
            page.Element("p", $"{Amounts.Count(report.Unreadable.Count, "record")} could not be read, first {report.Unreadable[0]}", "warning");
        return HtmlShell.End(page.Markup("</main>\n")).ToString();
    }

    private static void Suite(HtmlText page, SuiteHistory suite, string id)
    {
        page.Markup($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\" class=\"{HtmlReport.Css(suite.Points[^1].Verdict)}\">").Text(suite.Suite).Markup("</h2>\n");
        HtmlTrend.Write(page, suite.Points, $"{id}-trend");
        HtmlHistoryTotals.Write(page, suite.Totals);
        Table(page, "Where it ceased to pass", ["When", "Verdict", "What had changed", "Passed again"], suite.FirstBad.Reverse(), bad =>
        [
            $"{Day(bad.At)} {bad.Folder}", $"{KebabCase.Of(bad.Verdict)} {bad.Cause}",
            bad.Changed.Count > 0 ? string.Join(", ", bad.Changed) : "nothing that is recorded", bad.GoodAgain is { } again ? Day(again) : "not yet",
        ]);
        Table(page, "Tests", ["Test", "Ran", "Failed", "Flaky", "Flake rate"], suite.Tests, test =>
            [test.Test, $"{test.Ran}", $"{test.Failed}", $"{test.Flaky}", Amounts.Percent(test.FlakeRate)]);
        Table(page, "Packages that drifted or changed", ["Package", "Drifted", "Changed", "Latest"], suite.Packages, package =>
            [package.Package, $"{package.Drifted}", $"{package.Changes}", package.Latest ?? "(none)"]);
        page.Markup("</section>\n");
    }

    private static void Table<T>(HtmlText page, string title, string[] columns, IEnumerable<T> rows, Func<T, string[]> cells)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        page.Element("h3", title).Markup("\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Text(title).Markup("\">\n<table>\n<thead><tr>");
        foreach (var column in columns)
            page.Markup("<th scope=\"col\">").Text(column).Markup("</th>");
        page.Markup("</tr></thead>\n<tbody>\n");
        foreach (var row in all.Take(MostRows))
        {
            page.Markup("<tr>");
            foreach (var cell in cells(row))
                page.Element("td", cell);
            page.Markup("</tr>\n");
        }

        page.Markup("</tbody>\n</table>\n</div>\n");
        if (all.Count > MostRows)
            page.Element("p", $"{all.Count - MostRows} more are in history.json", "quiet").Markup("\n");
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
