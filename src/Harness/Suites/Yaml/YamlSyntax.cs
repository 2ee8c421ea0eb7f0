using Harness.Suites.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Suites.Yaml;

/// <summary>Says in plain words what the YAML parser stumbled over.</summary>
internal static class YamlSyntax
{
    /// <summary>The fault behind an exception of the parser's.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="last">The last event before.</param>
    /// <param name="bracket">The innermost bracket that was open.</param>
    public static YamlFault Explain(Exception exception, string text, ParsingEvent? last, ParsingEvent? bracket)
    {
        var lines = text.Split('\n');
        var (start, end) = exception is YamlException known
            ? (known.Start, known.End)
            : (last?.Start ?? Mark.Empty, last?.End ?? Mark.Empty);
        var (line, column) = ((int)start.Line, (int)start.Column);

        // Of a tab where a value would begin the parser does not say where it is; it is behind what was read last.
        var nowhere = Mentions(exception, " tab");
        if ((FindTab(lines, line, (int)end.Line) ?? (nowhere ? FindTab(lines, (int)(last?.Start.Line ?? 1), lines.Length) : null)) is { } tab)
            return tab;
        if (bracket is not null && (exception is not YamlException || Mentions(exception, "flow") || Mentions(exception, "node content")))
            return Unclosed(bracket);
        if (Mentions(exception, "cannot start any token") && CharacterAt(lines, line, column) is { } character)
        {
            var fact = $"A value cannot begin with {DisplayText.Quote(character)} unless it is quoted.";
            return new(line, column, fact, "Put the value in quotes.");
        }

        if (YamlExplanations.Find(exception.Message) is var (message, remedy))
            return new(line, column, message.Replace(YamlExplanations.Here, RestOf(lines, line, column), StringComparison.Ordinal), remedy);

        var words = DisplayText.Escape(exception.Message);
        return exception is YamlException
            ? new(line, column, $"This is not valid YAML: {words}", "Correct the line, or the one before it.")
            : new(line, column, "The file is not valid YAML from here on.", "Correct the line, or the one after it.");
    }

    private static YamlFault Unclosed(ParsingEvent bracket) => bracket is MappingStart
        ? bracket.Fault("The mapping that begins here with '{' is not closed, or lacks a comma between entries.", "Close it with '}'.")
        : bracket.Fault("The list that begins here with '[' is not closed, or lacks a comma between items.", "Close it with ']'.");

    /// <summary>The first line from <paramref name="first"/> to the one after <paramref name="last"/> that a tab indents.</summary>
    private static YamlFault? FindTab(string[] lines, int first, int last)
    {
        for (var line = first; line <= Math.Min(last + 1, lines.Length); line++)
        {
            var content = lines[line - 1].AsSpan();
            var indent = content[..^content.TrimStart(" \t").Length];
            if (indent.IndexOf('\t') is >= 0 and var tab && indent.Length < content.TrimEnd().Length)
                return new(line, tab + 1, "The line is indented with a tab; YAML indents with spaces.", "Replace the tab by spaces.");
        }

        return null;
    }

    private static string? CharacterAt(string[] lines, int line, int column) =>
        line <= lines.Length && column <= lines[line - 1].Length ? lines[line - 1].Substring(column - 1, 1) : null;

    private static string RestOf(string[] lines, int line, int column) =>
        line <= lines.Length && column <= lines[line - 1].Length && lines[line - 1][(column - 1)..].Trim() is { Length: > 0 } rest ? DisplayText.Quote(rest) : "This";

    private static bool Mentions(Exception exception, string words) => exception.Message.Contains(words, StringComparison.Ordinal);
}
