using Harness.Evidence;

namespace Harness.Reporting.Html;

/// <summary>What a step printed: its end, with a link to the whole.</summary>
internal static class HtmlLog
{
    public static void Write(HtmlText page, SuiteFolder folder, string? log, string name, bool failed, HtmlBudget budget)
    {
        if (folder.Find(log) is not { } path)
            return;
        var most = budget.LogBytes(failed);
        var link = $"{folder.Name}/{log}";
        if (most < 1 << 10)
        {
            page.Markup("<p class=\"files\">").Link(link, name).Markup("</p>\n");
            return;
        }

        var before = page.Length;
        page.Markup($"<details class=\"log\"{(failed ? " open=\"\"" : "")}><summary>").Text(name).Markup("</summary>\n<pre tabindex=\"0\" role=\"group\" aria-label=\"")
            .Text(name).Markup("\">").Log(LogExcerpt.Read(path, most / 4, most - (most / 4))).Markup("</pre>\n<p class=\"files\">").Link(link, "the whole log").Markup("</p>\n</details>\n");
        budget.Logs(page.Length - before);
    }
}
