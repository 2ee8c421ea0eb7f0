using System.Globalization;
using System.Text;
using Harness.Benchmarks.Measuring;

namespace Harness.Benchmarks.Reporting;

/// <summary>Results as Markdown tables, which a terminal shows well enough too.</summary>
internal static class MarkdownReport
{
    public static string Of(ContestResult result)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"\n### {result.Group}: {result.Name}\n\n");
        text.Append("| | median | range | first ÷ this | processor time | peak memory |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var series in result.Series)
            text.Append(Row(result.Series[0], series));
        foreach (var target in result.Targets)
            text.Append(CultureInfo.InvariantCulture, $"\n- {target.Text}: {target.Measured}, {(target.Reached ? "reached" : "not reached")}");
        return text.Append(result.Targets.Count > 0 ? "\n" : "").ToString();
    }

    // "Part of it" is the subject's time as part of this contender's, round by round.
    private static string Row(Series subject, Series series) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {series.Name} | {Time(series.Seconds.Median)} | {Time(series.Seconds.Least)}–{Time(series.Seconds.Most)} "
        + $"| {(series == subject ? "" : subject.RatioTo(series).Median.ToString("0.00", CultureInfo.InvariantCulture))} "
        + $"| {(series.CpuSeconds is { } cpu ? Time(cpu.Median) : "")} "
        + $"| {(series.PeakBytes is { } peak ? $"{peak / 1_000_000} MB" : "")} |\n");

    private static string Time(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
