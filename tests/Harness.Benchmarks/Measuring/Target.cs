using System.Globalization;

namespace Harness.Benchmarks.Measuring;

/// <summary>What was hoped for, and what came. Nothing depends on it: machines differ, and people look at the table.</summary>
/// <param name="Text">What was hoped for, with its limit.</param>
/// <param name="Measured">What came, as text.</param>
/// <param name="Reached">Whether that is as good.</param>
internal sealed record Target(string Text, string Measured, bool Reached)
{
    /// <summary>The subject takes at most this part of a rival's time, as the median of the rounds.</summary>
    public static Target Ratio(Series subject, Series rival, double limit)
    {
        var ratio = subject.RatioTo(rival);
        return new(
            Format($"time ≤ {limit:0.00} of {rival.Name}"),
            Format($"{ratio.Median:0.00} ({ratio.Least:0.00}–{ratio.Most:0.00})"),
            ratio.Median <= limit);
    }

    /// <summary>The subject gets through at least this part of what a rival does in the same time.</summary>
    public static Target Throughput(Series subject, Series rival, double limit)
    {
        var ratio = rival.RatioTo(subject);
        return new(
            Format($"throughput ≥ {limit:0.00} of {rival.Name}"),
            Format($"{ratio.Median:0.00} ({ratio.Least:0.00}–{ratio.Most:0.00})"),
            ratio.Median >= limit);
    }

    /// <summary>The median is at most this long.</summary>
    public static Target Time(Series subject, double milliseconds) => new(
        Format($"{subject.Name} ≤ {milliseconds:0} ms"),
        Format($"{subject.Seconds.Median * 1000:0} ms"),
        subject.Seconds.Median * 1000 <= milliseconds);

    /// <summary>Resident memory stays at or below a limit in all rounds.</summary>
    public static Target Memory(Series subject, long megabytes) => new(
        Format($"resident memory ≤ {megabytes} MB"),
        Format($"{subject.PeakBytes / 1e6:0} MB"),
        subject.PeakBytes <= megabytes * 1_000_000);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
