using System.Globalization;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>Sizes and durations as people read them.</summary>
public static class Amounts
{
    /// <summary>Such as <c>101 MiB</c> or <c>1.5 GiB</c>.</summary>
    public static string Bytes(long bytes) => ByteSize.Readable(bytes);

    /// <summary>Such as <c>0.4 s</c>, <c>12.4 s</c> or <c>2 min 03 s</c>.</summary>
    public static string Seconds(double seconds)
    {
        if (Math.Round(seconds, 1) < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, seconds):0.0} s");
        var whole = (long)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60} min {whole % 60:00} s");
    }

    /// <summary>Such as <c>60 %</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");

    /// <summary>Such as <c>1 run</c> or <c>2 runs</c>.</summary>
    public static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";
}
