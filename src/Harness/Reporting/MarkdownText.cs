using System.Globalization;
using System.Text;

namespace Harness.Reporting;

/// <summary>
/// Makes text of unknown origin safe in GitHub's Markdown: it stays text in paragraphs, lists and tables, names nobody,
/// links nowhere, and obeys the rules of <see cref="SafeText"/>, as summaries end up in logs too.
/// </summary>
public static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-!|~&$\"'=^";
    private const string ZeroWidthSpace = "&#8203;";

    /// <summary>One line of running text, in which nothing is markup.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters; what is beyond is cut off, and that is said.</param>
    public static string Inline(string text, int most = 300)
    {
        var safe = SafeText.Line(text, most);
        var escaped = new StringBuilder(safe.Length * 2);
        foreach (var character in safe)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            else
                escaped.Append(character);
            if (character is '@' or ':') // mentions are looked for after the markup is read, and addresses and emoji names too
                escaped.Append(ZeroWidthSpace);
        }

        return escaped.Replace("www.", $"www{ZeroWidthSpace}.").ToString();
    }

    /// <summary>One line in the typeface of code; safe in tables, where back-ticks are not.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters; what is beyond is cut off, and that is said.</param>
    public static string Code(string text, int most = 300) =>
        // Nothing inside is looked at for names and addresses, so that it can be copied as it is.
        $"<code>{Inline(text, most).Replace(ZeroWidthSpace, "", StringComparison.Ordinal)}</code>";

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
