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
    /// <remarks>
    /// Colours are removed, line breaks and other controls shown as <c>\n</c>, <c>\r</c>, <c>\x1b</c>; text that begins with
    /// <c>::</c>, and every <c>##[</c>, gets a backslash.
    /// </remarks>
    public static string Line(string text, int most = 500) =>
        Defuse(Bounded(text.Trim(), most).Replace("\n", "\\n", StringComparison.Ordinal).Trim());

    /// <summary>The lines of a text, each made safe as by <see cref="Line"/>; a carriage return ends a line too, as it does in runners.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of a line.</param>
    public static IEnumerable<string> Lines(string text, int most = 500) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => Defuse(Bounded(line.TrimEnd(), most)));

    /// <summary>
    /// A line as <see cref="Line"/> makes it that in addition no build system and no problem matcher takes for an error or a warning of
    /// its own: <c>error:</c> and <c>warning X1:</c> get a backslash.
    /// </summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters.</param>
    public static string BuildLine(string text, int most = 500) => Diagnostic().Replace(Line(text, most), @"$1\");

    // Cut before the work, so that megabytes cost nothing; generously, as terminal sequences are taken out afterwards.
    private static string Bounded(string text, int most)
    {
        var part = TextCut.Head(text, (most * 4) + 200);
        var visible = VisibleText.Of(part).Replace('\t', ' ');
        return visible.Length <= most && part.Length == text.Length
            ? visible
            : $"{TextCut.Head(visible, most)} [... cut, {text.Length} characters in all]";
    }

    // Runners look for "::command::" behind white space at the start, and for "##[command]" and "##vso[command]" anywhere.
    private static string Defuse(string line)
    {
        var plain = OldCommand().Replace(line, @"#\#$1");
        var start = plain.Length - plain.AsSpan().TrimStart().Length;
        return plain.AsSpan(start).StartsWith("::") ? plain.Insert(start, "\\") : plain;
    }

    [GeneratedRegex(@"##((?:vso)?\[)", RegexOptions.IgnoreCase)]
    private static partial Regex OldCommand();

    // What MSBuild looks for in the output of programs, wherever it stands in a line.
    [GeneratedRegex(@"\b(error|warning)(?=\s*:|\s+[^\s:]*\s*:)", RegexOptions.IgnoreCase)]
    private static partial Regex Diagnostic();
}
