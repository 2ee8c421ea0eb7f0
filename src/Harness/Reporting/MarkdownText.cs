using System.Globalization;
using System.Text;

namespace Harness.Reporting;

/// <summary>
/// Makes text of unknown origin safe in GitHub's Markdown: it stays text in paragraphs, lists and tables, names nobody,
/// links nowhere, and obeys the rules of <see cref="SafeText"/>, as summaries end up in logs too.
/// </summary>
public static class MarkdownText
{
    private const string Special = "\\`*[]<>#|~&$";
    private const string SpecialAtTheStart = "-+=:";
    private const string ZeroWidthSpace = "&#8203;";

    /// <summary>One line of running text, in which nothing is markup.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters; what is beyond is cut off, and that is said.</param>
    public static string Inline(string text, int most = 300) =>
        // Addresses and mentions are looked for after the markup is read, so that escapes do not stop them.
        Escape(SafeText.Line(text, most), keep: false)
            .Replace("://", $":{ZeroWidthSpace}//", StringComparison.Ordinal)
            .Replace("www.", $"www{ZeroWidthSpace}.", StringComparison.OrdinalIgnoreCase);

    /// <summary>One line in the typeface of code; safe in tables, where back-ticks are not.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters; what is beyond is cut off, and that is said.</param>
    public static string Code(string text, int most = 300) =>
        // Nothing inside is looked at for addresses and mentions, so that it can be copied as it is.
        $"<code>{Escape(SafeText.Line(text, most), keep: true)}</code>";

    /// <summary>A block of code, behind a fence longer than any in the text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="mostLines">Most lines; of more, the last are shown, and that is said.</param>
    /// <param name="language">For colours, such as <c>diff</c>.</param>
    public static string Fence(string text, int mostLines = 50, string language = "text")
    {
        var lines = SafeText.Lines(text.TrimEnd()).ToList();
        if (lines.Count > mostLines)
            lines = [$"[... {lines.Count - mostLines} lines above are left out]", .. lines.TakeLast(mostLines)];
        var fence = new string('`', Math.Max(3, lines.Max(LongestTicks) + 1));
        return $"{fence}{language}\n{string.Join('\n', lines)}\n{fence}\n";
    }

    private static string Escape(string line, bool keep)
    {
        var escaped = new StringBuilder(line.Length * 2);
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (IsMarkup(line, index))
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            else
                escaped.Append(character);
            if (character == '@' && !keep && !IsInWord(line, index - 1))
                escaped.Append(ZeroWidthSpace);
        }

        return escaped.ToString();
    }

    // No more than needed, so that the source stays readable too.
    private static bool IsMarkup(string line, int index) => line[index] switch
    {
        '_' => !(IsInWord(line, index - 1) && IsInWord(line, index + 1)),
        '.' or ')' => index > 0 && line.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0, // a list: "1." or "1)"
        var character => Special.Contains(character, StringComparison.Ordinal)
            || (index == 0 && SpecialAtTheStart.Contains(character, StringComparison.Ordinal)),
    };

    private static bool IsInWord(string line, int index) => index >= 0 && index < line.Length && char.IsAsciiLetterOrDigit(line[index]);

    private static int LongestTicks(string line)
    {
        var (longest, current) = (0, 0);
        foreach (var character in line)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
