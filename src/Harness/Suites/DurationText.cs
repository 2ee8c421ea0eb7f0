using System.Globalization;
using System.Text;

namespace Harness.Suites;

/// <summary>
/// Durations as people write them: <c>60s</c>, <c>10m</c>, <c>1h30m</c>, <c>500ms</c>. Units are <c>d</c>, <c>h</c>, <c>m</c>,
/// <c>s</c> and <c>ms</c>, in that order, each at most once. A number without a unit is no duration: is <c>60</c> a minute or an hour?
/// </summary>
public static class DurationText
{
    private static readonly (string Name, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a duration; false when the text is none or is longer than a <see cref="TimeSpan"/> holds.</summary>
    /// <param name="text">Such as <c>1h30m</c> or <c>1.5h</c>.</param>
    /// <param name="duration">The duration; zero when false.</param>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = text.AsSpan().Trim();
        var next = 0;
        var ticks = 0m;
        do
        {
            var digits = Count(rest, numeric: true);
            if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return false;

            rest = rest[digits..];
            var unit = rest[..Count(rest, numeric: false)];
            var index = IndexOf(unit, next);
            if (index < 0 || value > long.MaxValue / Units[index].Ticks)
                return false;

            ticks += value * Units[index].Ticks;
            next = index + 1;
            rest = rest[unit.Length..];
        }
        while (!rest.IsEmpty);

        if (ticks > TimeSpan.MaxValue.Ticks)
            return false;

        duration = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads as exactly this duration, down to milliseconds; less is cut off.</summary>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var text = new StringBuilder();
        var ticks = duration.Ticks;
        foreach (var (name, unit) in Units)
        {
            if (ticks >= unit)
                text.Append(CultureInfo.InvariantCulture, $"{ticks / unit}{name}");
            ticks %= unit;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    /// <summary>Characters at the beginning that are parts of a number, or that are not.</summary>
    private static int Count(ReadOnlySpan<char> text, bool numeric)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.') == numeric)
            length++;
        return length;
    }

    private static int IndexOf(ReadOnlySpan<char> unit, int first)
    {
        for (var i = first; i < Units.Length; i++)
        {
            if (unit.SequenceEqual(Units[i].Name))
                return i;
        }

        return -1;
    }
}
