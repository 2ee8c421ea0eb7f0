using System.Globalization;

namespace Bullseye.Internal;

/// <summary>Durations for people: "0 ms", "&lt;1 ms", "12 ms", "1.23 s", "1 m 14 s", "61 m".</summary>
internal static class Durations
{
    public static string Humanize(this TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0 ms";

        // Each unit is left for the next where rounding would show a full one: never "1000 ms", never "60.00 s".
        var milliseconds = Math.Round(duration.TotalMilliseconds);
        if (milliseconds < 1000)
            return milliseconds < 1 ? "<1 ms" : Invariant($"{milliseconds:F0} ms");

        var hundredths = Math.Round(duration.TotalSeconds * 100);
        if (hundredths < 6000)
            return Invariant($"{hundredths / 100:F2} s");

        var (minutes, seconds) = Math.DivRem((long)Math.Round(duration.TotalSeconds), 60);
        if (minutes >= 60)
            return Invariant($"{duration.TotalMinutes:N0} m");

        return seconds == 0 ? Invariant($"{minutes} m") : Invariant($"{minutes} m {seconds} s");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
