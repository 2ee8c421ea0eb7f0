using System.Text.RegularExpressions;

namespace Harness.Reporting;

/// <summary>
/// Makes text of unknown origin safe to print: in terminals, in build logs and in the logs of GitHub and Azure runners,
/// which obey commands that they find in a log.
/// </summary>
public static partial class SafeText
{
    /// <summary>One line that no terminal, build log or runner takes for anything but text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters; what is beyond is cut off, and that is said.</param>
    /// <remarks>Colours are removed, line breaks and other controls shown as <c>\n</c>, <c>\r</c>, <c>\x1b</c>; text that begins with <c>::</c>, and every <c>##[</c>, gets a backslash.</remarks>
    public static string Line(string text, int most = 500)
    {
        // Cut before the work, so that megabytes cost nothing; a generous part, as sequences will be taken out.
        var visible = VisibleText.Of(TextCut.End(text.Trim(), (most * 4) + 200)).Replace("\n", "\\n", StringComparison.Ordinal).Replace('\t', ' ');
        return Defuse(TextCut.End(visible.Trim(), most));
    }

    /// <summary>The lines of a text, each made safe as by <see cref="Line"/>; a carriage return ends a line too, as it does in runners.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of a line.</param>
    public static IEnumerable<string> Lines(string text, int most = 500) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => Defuse(TextCut.End(VisibleText.Of(TextCut.End(line.TrimEnd(), (most * 4) + 200)), most)));

    // Runners look for "::command::" behind white space at the start, and for "##[command]" and "##vso[command]" anywhere.
    private static string Defuse(string line)
    {
        var plain = OldCommand().Replace(line, @"#\#$1");
        var start = plain.Length - plain.AsSpan().TrimStart().Length;
        return plain.AsSpan(start).StartsWith("::") ? plain.Insert(start, "\\") : plain;
    }

    [GeneratedRegex(@"##((?:vso)?\[)", RegexOptions.IgnoreCase)]
    private static partial Regex OldCommand();
}
