using Harness.Reproducibility.Baselines;

namespace Harness.Reporting.Html;

/// <summary>What changed since an older run.</summary>
internal static class HtmlBaseline
{
    private const int MostInTable = 200;

    public static void Write(HtmlText page, BaselineComparison? comparison)
    {
        if (comparison is null)
            return;
        page.Markup($"<details class=\"differences\"{(comparison.Changes.Count > 0 ? " open=\"\"" : "")}><summary>").Text(BaselineText.Since(comparison)).Markup("</summary>\n");
        if (BaselineText.Notable(comparison) is { } notable)
            page.Element("p", $"Besides {notable}.", "quiet").Markup("\n");
        if (comparison.Changes.Count > 0)
            Table(page, comparison);
        page.Markup("</details>\n");
    }

    private static void Table(HtmlText page, BaselineComparison comparison)
    {
        page.Markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"changes\">\n<table>\n<thead><tr>")
            .Markup("<th scope=\"col\">Change</th><th scope=\"col\">Of</th><th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n");
        foreach (var change in comparison.Changes.Take(MostInTable))
        {
            page.Markup("<tr>").Element("td", change.Area).Element("td", change.Subject)
                .Element("td", DifferenceText.Value(change.Before)).Element("td", DifferenceText.Value(change.After)).Markup("</tr>\n");
        }

        page.Markup("</tbody>\n</table>\n</div>\n");
        var hidden = BaselineText.Hidden(comparison, MostInTable);
        if (hidden > 0)
            page.Element("p", $"{Amounts.Count(hidden, "more change")} in result.json.", "quiet").Markup("\n");
    }
}
