using System.Buffers;
using System.Globalization;
using System.Text;

namespace Harness.Reporting;

/// <summary>Shows what would otherwise act, reorder or hide: controls, directional marks, lone surrogates.</summary>
internal static class VisibleText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The text without terminal sequences and with everything that cannot be seen spelt out. Line feeds and tabs stay.</summary>
    public static string Of(string text)
    {
        var plain = AnsiText.Strip(text).Replace("\r\n", "\n", StringComparison.Ordinal);
        var visible = new StringBuilder(plain.Length);
        var rest = plain.AsSpan();
        while (!rest.IsEmpty)
        {
            var plainLength = rest.IndexOfAnyExceptInRange(' ', '~') is var end && end < 0 ? rest.Length : end;
            visible.Append(rest[..plainLength]);
            rest = rest[plainLength..];
            if (rest.IsEmpty)
                break;
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not OperationStatus.Done)
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)rest[0]:x4}");
            else if (IsPlain(rune))
                visible.Append(rest[..length]);
            else
                Spell(visible, rune.Value);
            rest = rest[length..];
        }

        return visible.ToString();
    }

    private static bool IsPlain(Rune rune) => rune.Value switch
    {
        '\n' or '\t' or ZeroWidthJoiner or ZeroWidthNonJoiner => true, // joiners: emoji and several scripts need them
        0xFFFE or 0xFFFF => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };

    private static void Spell(StringBuilder visible, int value)
    {
        if (value == '\r')
            visible.Append("\\r");
        else if (value <= 0xFF)
            visible.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
        else if (value <= 0xFFFF)
            visible.Append(CultureInfo.InvariantCulture, $"\\u{value:x4}");
        else
            visible.Append(CultureInfo.InvariantCulture, $"\\U{value:x8}");
    }
}
