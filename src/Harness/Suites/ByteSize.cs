using System.Globalization;

namespace Harness.Suites;

/// <summary>
/// Sizes as people write them: <c>512MiB</c>, <c>10MB</c>, <c>1024</c>, <c>64m</c>. <c>KB</c>, <c>MB</c>, <c>GB</c> and <c>TB</c> are
/// powers of 1000, <c>KiB</c> to <c>TiB</c> of 1024, and so are the bare letters <c>k</c>, <c>m</c>, <c>g</c>, <c>t</c>, as in Docker.
/// Case does not matter.
/// </summary>
public static class ByteSize
{
    private static readonly (string Name, long Bytes)[] Units =
    [
        ("TiB", 1L << 40), ("TB", 1_000_000_000_000),
        ("GiB", 1L << 30), ("GB", 1_000_000_000),
        ("MiB", 1L << 20), ("MB", 1_000_000),
        ("KiB", 1L << 10), ("KB", 1_000),
        ("B", 1),
    ];

    private static readonly (string Name, long Bytes)[] Letters =
        [("t", 1L << 40), ("g", 1L << 30), ("m", 1L << 20), ("k", 1L << 10), ("", 1)];

    private static readonly string[] Binary = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>Reads a size; false when the text is none, is negative, or exceeds what a 64-bit count holds.</summary>
    /// <param name="text">Such as <c>512MiB</c> or <c>1.5 GB</c>; fractions of a byte are cut off.</param>
    /// <param name="bytes">The size; 0 when false.</param>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var number = text.AsSpan().Trim();
        var length = 0;
        while (length < number.Length && (char.IsAsciiDigit(number[length]) || number[length] == '.'))
            length++;

        var unit = number[length..].TrimStart();
        number = number[..length];

        if (Factor(unit) is not { } factor
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value > (decimal)long.MaxValue / factor)
            return false;

        bytes = (long)(value * factor);
        return true;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads as exactly this size.</summary>
    public static string Format(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var (name, factor) = Array.Find(Units, unit => bytes >= unit.Bytes && bytes % unit.Bytes == 0);
        return name is null ? "0B" : string.Create(CultureInfo.InvariantCulture, $"{bytes / factor}{name}");
    }

    /// <summary>As people read it, such as <c>101 MiB</c> or <c>1.5 GiB</c>: of texts, where no byte matters.</summary>
    public static string Readable(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1024 && unit < Binary.Length - 1)
            (value, unit) = (value / 1024, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, value < 10 && unit > 0 ? 1 : 0)} {Binary[unit]}");
    }

    private static long? Factor(ReadOnlySpan<char> unit)
    {
        foreach (var (name, bytes) in Units)
        {
            if (unit.Equals(name, StringComparison.OrdinalIgnoreCase))
                return bytes;
        }

        foreach (var (name, bytes) in Letters)
        {
            if (unit.Equals(name, StringComparison.OrdinalIgnoreCase))
                return bytes;
        }

        return null;
    }
}
