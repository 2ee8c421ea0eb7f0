using System.Globalization;
using Harness.Evidence;

namespace Harness.Reporting.Html;

/// <summary>
/// <c>report.html</c>: one file that needs no network and no script to be read. A script of ours, the only one that the page's own
/// policy admits, adds searching and paging.
/// </summary>
internal static class HtmlReport
{
    // Beyond this many, suites that passed are a line each.
    private const int MostPassedInFull = 20;

    /// <summary>The whole page.</summary>
    /// <param name="results">The records, in order.</param>
    /// <param name="artifacts">The folder that the page lies in.</param>
    /// <param name="shownAs">The folder as the user named it.</param>
    /// <param name="index">When the invocation started, and how long it took.</param>
    public static string Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, string shownAs, ArtifactsIndex index)
    {
        var verdict = Verdicts.Gravest(results.Select(result => result.Verdict));
        var headline = results is [var only] ? $"{only.Suite}: {Wording.Headline(only)}"
            : verdict is null ? "No suites were run" : Wording.Count(results, seconds: null);
        var page = HtmlShell.Begin(new(), headline);
        page.Markup($"<header class=\"{Css(verdict)}\">\n<p class=\"mark\" aria-hidden=\"true\">{Mark(verdict)}</p>\n<div>\n").Element("h1", headline);
        page.Markup("\n<p>").Text(Facts(results, index)).Markup(" · ").Link("junit.xml", "junit.xml").Markup(" · ").Link("summary.md", "summary.md")
            .Markup(" · ").Element("code", shownAs).Markup("</p>\n</div>\n</header>\n<main>\n");
        Suites(page, results, artifacts);
        return HtmlShell.End(page.Markup("</main>\n")).ToString();
    }

    private static void Suites(HtmlText page, IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts)
    {
        var budget = new HtmlBudget();
        var gravestFirst = results.Index().OrderBy(pair => pair.Item.Verdict is Verdict.Passed).ToArray();
        var inFull = gravestFirst.Where(pair => pair.Item.Verdict is not Verdict.Passed)
            .Concat(gravestFirst.Where(pair => pair.Item.Verdict is Verdict.Passed).Take(MostPassedInFull))
            .ToArray();
        var sections = inFull.ToDictionary(
            pair => pair.Index, pair => HtmlSuite.Of(pair.Item, artifacts.Suite(pair.Item.Suite), Id(pair.Index), budget, open: results.Count == 1));
        if (results.Count > 1)
            HtmlOverview.Write(page, gravestFirst, index => sections.ContainsKey(index) ? Id(index) : null, artifacts);
        foreach (var (index, _) in inFull)
            page.Add(sections[index]);
    }

    private static string Id(int index) => $"suite-{index + 1}";

    // Suites run side by side: neither their longest time nor the sum is that of all.
    private static string Facts(IReadOnlyList<SuiteResult> results, ArtifactsIndex index)
    {
        if (results.Count == 0)
            return "";
        var start = index.StartedAt ?? results.Min(result => result.StartedAt);
        var seconds = results is [var only] ? only.DurationSeconds : index.DurationSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{(seconds is { } known ? $" · {Amounts.Seconds(known)}" : "")}");
    }

    /// <summary>The class that colours a verdict.</summary>
    internal static string Css(Verdict? verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.NotReproducible or Verdict.Interrupted => "warned",
        _ => "failed",
    };

    internal static string Mark(Verdict? verdict) => verdict is Verdict.Passed ? "✓" : "✗";
}
