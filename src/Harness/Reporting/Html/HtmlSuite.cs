using System.Globalization;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reporting.Html;

/// <summary>One suite: its causes first, then its runs, how they differ, and where it ran.</summary>
internal static class HtmlSuite
{
    public static HtmlText Of(SuiteResult result, SuiteFolder folder, string id, HtmlBudget budget, bool open)
    {
        var failed = result.Verdict is not Verdict.Passed;
        var page = new HtmlText();
        page.Markup($"<section class=\"suite\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n");
        if (!open)
        {
            page.Markup($"<h2 id=\"{id}-title\" class=\"{HtmlReport.Css(result.Verdict)}\"><span aria-hidden=\"true\">{HtmlReport.Mark(result.Verdict)}</span> ")
                .Text($"{result.Suite}: {Wording.Headline(result)}").Markup("</h2>\n");
        }
        else
        {
            page.Markup($"<h2 id=\"{id}-title\" class=\"sr\">").Text(result.Suite).Markup("</h2>\n");
        }

        foreach (var group in CauseGroup.Of(result))
        {
            var log = result.Verdict is Verdict.Invalid ? null : Deciding.Log(result, group.Cause, folder);
            HtmlCause.Write(page, group.Cause, result.File, log is null ? null : $"{folder.Name}/{log}");
            foreach (var rival in group.Rivals)
                HtmlCause.Write(page, rival, result.File, isRival: true);
        }

        foreach (var warning in result.Warnings)
            HtmlCause.Warning(page, warning, result.File);
        foreach (var (index, run) in result.Runs.Index())
            HtmlRun.Write(page, run, result, folder, $"{id}-run-{index + 1}", budget);
        HtmlDifferences.Write(page, result, folder, id, budget);
        HtmlBaseline.Write(page, result.Baseline);
        Surroundings(page, result, folder, failed);
        page.Markup("</section>\n");
        return page;
    }

    private static void Surroundings(HtmlText page, SuiteResult result, SuiteFolder folder, bool open)
    {
        page.Markup($"<details class=\"surroundings\"{(open ? " open=\"\"" : "")}><summary>Where it ran, and the files</summary>\n<dl>\n");
        Fact(page, "suite file", result.File);
        Fact(page, "image", result.Image?.Reference);
        Fact(page, "image digest", result.Image?.Digest);
        Fact(page, "platform", result.Image?.Platform);
        Fact(page, "engine", result.Engine is { } engine ? $"{engine.Kind} {engine.Version}" : null);
        Fact(page, "cgroup", result.Engine?.Cgroup);
        Fact(page, "rootless", result.Engine?.Rootless is { } rootless ? rootless ? "yes" : "no" : null);
        Fact(page, "kernel", result.Engine?.Kernel);
        Fact(page, "storage", result.Engine?.Storage);
        Fact(page, "Python", result.Environment is { Python: { } python } found ? $"{found.Implementation} {python}".TrimStart() : null);
        Fact(page, "pip", result.Environment?.Pip);
        Fact(page, "C library", result.Environment?.Libc);
        Fact(page, "limits", result.Limits is { } limits ? Limits(limits) : null);
        foreach (var limit in result.Runs.SelectMany(run => run.Attempts).FirstOrDefault()?.Limits ?? [])
            Fact(page, $"gap of {limit.Limit}", limit.Gap);
        page.Markup("</dl>\n<p>");
        Files(page, folder, ["result.json", "journal.jsonl", "diff/freeze.diff", "diff/files.diff", "diff/outcomes.diff"]);
        page.Markup("</p>\n</details>\n");
    }

    private static string Limits(SuiteLimits limits) => string.Join(", ", new[]
    {
        $"memory {Amounts.Bytes(limits.MemoryBytes)}",
        limits.Cpus is { } cpus ? string.Create(CultureInfo.InvariantCulture, $"cpus {cpus:0.##}") : null,
        $"pids {limits.Pids}",
        $"disk {Amounts.Bytes(limits.DiskBytes)}",
        $"inodes {limits.Inodes}",
        $"shared memory {Amounts.Bytes(limits.SharedMemoryBytes)}",
    }.OfType<string>());

    private static void Fact(HtmlText page, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            page.Element("dt", name).Element("dd", value).Markup("\n");
    }

    /// <summary>Links to those of the files that are there.</summary>
    internal static void Files(HtmlText page, SuiteFolder folder, IEnumerable<string> relative)
    {
        foreach (var path in relative.Where(path => folder.Find(path) is not null))
            page.Link($"{folder.Name}/{path}", path[(path.LastIndexOf('/') + 1)..]).Markup(" ");
    }
}
