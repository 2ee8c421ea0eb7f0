using System.Globalization;
using Harness.History;

namespace Harness.Reporting.Html;

/// <summary>The numbers of a history, as a list of terms.</summary>
internal static class HtmlHistoryTotals
{
    public static void Write(HtmlText page, HistoryTotals totals)
    {
        page.Markup("<dl>\n");
        foreach (var (term, text) in Terms(totals).Where(pair => pair.Text is not null))
            page.Element("dt", term).Element("dd", text).Markup("\n");
        page.Markup("</dl>\n");
    }

    /// <summary>The numbers in words; null where there is none.</summary>
    internal static IEnumerable<(string Term, string? Text)> Terms(HistoryTotals totals) =>
    [
        ("passed", totals.SuccessRate is { } rate ? $"{Percent(rate)} of {Amounts.Count(totals.Records, "record")}" : null),
        ("verdicts", Counts(totals.Verdicts)),
        ("causes", Counts(totals.Causes)),
        ("infrastructure", Counts(totals.Infrastructure)),
        ("recovered", totals.Recovered > 0 ? $"{totals.Recovered} of {Amounts.Count(totals.Runs, "run")}, by a retry" : null),
        ("time to kill", Spread(totals.SecondsToKill, Amounts.Seconds)),
        ("steps before kill", Spread(totals.StepsBeforeKill, steps => steps.ToString("0.#", CultureInfo.InvariantCulture))),
        ("duration", Spread(totals.DurationSeconds, Amounts.Seconds)),
        ("peak memory", Spread(totals.PeakMemoryBytes, bytes => Amounts.Bytes((long)bytes))),
    ];

    private static string? Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? null : string.Join(", ", counts.Select(pair => $"{pair.Value} {pair.Key}"));

    private static string? Spread(Distribution? values, Func<double, string> amount) => values switch
    {
        null => null,
        { Count: 1 } => $"{amount(values.Median)} (1 measured)",
        _ => $"median {amount(values.Median)}, {amount(values.Least)} to {amount(values.Most)} ({values.Count} measured)",
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 1000) / 10:0.#} %");
}
