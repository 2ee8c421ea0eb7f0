using System.Globalization;
using System.Text;

namespace Harness.Suites.Wording;

/// <summary>
/// Text of the user's, made fit for one line of a message: nothing invisible, nothing that moves a cursor, nothing endless.
/// </summary>
internal static class DisplayText
{
    private const int MaxLength = 80;

    /// <summary>In single quotes, escaped, and cut in the middle when long.</summary>
    public static string Quote(string text) => $"'{Escape(Cut(text))}'";

    /// <summary>Control, format, separator and unpaired surrogate characters become escapes such as <c>\n</c> and <c>\u001b</c>.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var paired = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (paired && IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                escaped.Append(text[i]).Append(text[++i]);
            else if (IsVisible(CharUnicodeInfo.GetUnicodeCategory(text[i])))
                escaped.Append(text[i]);
            else
                escaped.Append(EscapeOf(text[i]));
        }

        return escaped.ToString();
    }

    /// <summary>Cut in the middle when long.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;

        const int head = MaxLength / 2;
        const int tail = MaxLength - head - 1;
        return $"{text[..head]}…{text[^tail..]}";
    }

    /// <summary>A list in words: <c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string Join(IReadOnlyList<string> words, string conjunction) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} {conjunction} {words[^1]}";

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || !IsVisible(CharUnicodeInfo.GetUnicodeCategory(character)))
                return false;
        }

        return true;
    }

    private static bool IsVisible(UnicodeCategory category) => category
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string EscapeOf(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
