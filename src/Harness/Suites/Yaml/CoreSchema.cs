namespace Harness.Suites.Yaml;

/// <summary>Tells what an unquoted scalar is.</summary>
internal static class CoreSchema
{
    /// <summary>The kind of an unquoted scalar.</summary>
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        ".nan" or ".NaN" or ".NAN" => ScalarKind.Fraction,
        _ => KindOfNumber(text.AsSpan(text[0] is '-' or '+' ? 1 : 0)),
    };

    private static ScalarKind KindOfNumber(ReadOnlySpan<char> text)
    {
        if (text is ".inf" or ".Inf" or ".INF")
            return ScalarKind.Fraction;

        var whole = SkipDigits(ref text);
        if (text.IsEmpty)
            return whole > 0 ? ScalarKind.Integer : ScalarKind.Text;

        var fraction = 0;
        if (text[0] == '.')
        {
            text = text[1..];
            fraction = SkipDigits(ref text);
        }

        if (whole + fraction == 0)
            return ScalarKind.Text;
        return text.IsEmpty || IsExponent(text) ? ScalarKind.Fraction : ScalarKind.Text;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('e' or 'E'))
            return false;

        text = text[(text.Length > 1 && text[1] is '-' or '+' ? 2 : 1)..];
        return SkipDigits(ref text) > 0 && text.IsEmpty;
    }

    private static int SkipDigits(ref ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        var digits = other < 0 ? text.Length : other;
        text = text[digits..];
        return digits;
    }
}
