using Harness.Suites.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Suites.Yaml;

/// <summary>Says in plain words what the YAML parser stumbled over.</summary>
internal static class YamlSyntax
{
    /// <summary>Words of the parser's own messages, and what somebody who writes a suite needs to hear instead.</summary>
    private static readonly (string Words, string Message, string Remedy)[] Explanations =
    [
        ("unexpected end of stream",
            "The quoted text that begins here is never closed.",
            "Close it with the same quote that opens it."),
        ("unknown escape", "The double-quoted text has an escape that YAML does not know.", UseSingleQuotes),
        ("hexadecimal number", "The double-quoted text has an escape with digits missing.", UseSingleQuotes),
        ("Unicode", "The double-quoted text has an escape that is no character.", UseSingleQuotes),
        ("multiline plain scalar",
            "The line above is no KEY: VALUE, so that this key seems to be a part of its text.",
            "Write a ':' and a space after its key."),
        ("invalid mapping", SecondColon, QuoteOrAlign),
        ("Mapping values are not allowed", SecondColon, QuoteOrAlign),
        ("Block sequence entries are not allowed",
            "A list of '- ' items cannot begin on the line of its key.",
            "Begin it on the next line, or write [a, b]."),
        ("could not find expected ':'", "The line is no KEY: VALUE.", "Write a ':' and a space after the key."),
        ("did not find expected key", Stray, Align),
        ("expected '-' indicator", Stray, Align),
        ("<document end>", Stray, Align),
        ("expected node content", "A value is expected here.", "Write the value, or quote it if it begins with a bracket or comma."),
        ("undefined tag", "The value has a tag; suites know no tags.", "Remove the tag, or quote a value that begins with '!'."),
        ("a tag", "The value has a tag; suites know no tags.", "Remove the tag, or quote a value that begins with '!'."),
        ("anchor", "The anchor or alias is not well formed.", "Write &name once before a value, and *name in place of one; quote text that begins with & or *."),
        ("block scalar", "The text block's first line ('|' or '>') is not well formed.", "Write only | or > there, and the text below it, indented."),
        ("directive", "A line that begins with '%' is a YAML directive; suites need none.", "Remove the line, or quote the value."),
    ];

    private const string SecondColon = "A second ': ' stands where one value is expected: the value needs quotes, or the line is indented wrongly.";
    private const string QuoteOrAlign = "Quote a value that holds ': ', or align the key with its neighbours.";
    private const string Stray = "This is neither the next key or item nor a part of the value before it.";
    private const string Align = "Align the keys of one mapping and the dashes of one list; look for text after a closing quote or bracket.";
    private const string UseSingleQuotes = "Double each backslash, or use single quotes, in which a backslash is only a backslash.";

    /// <summary>The fault behind an exception of the parser's.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="bracket">The innermost bracket that was open.</param>
    public static YamlFault Explain(Exception exception, string text, ParsingEvent? bracket)
    {
        var (line, column) = exception is YamlException { Start: var start } ? ((int)start.Line, (int)start.Column) : (1, 1);
        var end = exception is YamlException { End: var stop } ? (int)stop.Line : line;
        var lines = text.Split('\n');

        if (FindTab(lines, line, end) is { } tab)
            return tab;
        if (bracket is not null && (exception is not YamlException || Mentions(exception, "flow") || Mentions(exception, "node content")))
            return Unclosed(bracket);
        if (Mentions(exception, "cannot start any token") && CharacterAt(lines, line, column) is { } character)
        {
            return new(
                line, column,
                $"A value cannot begin with {DisplayText.Quote(character)} unless it is quoted.",
                "Put the value in quotes.");
        }

        var known = Array.Find(Explanations, entry => Mentions(exception, entry.Words));
        return known.Message is not null
            ? new(line, column, known.Message, known.Remedy)
            : new(line, column, $"This is not valid YAML: {DisplayText.Escape(exception.Message)}", "Correct the line, or the one before it.");
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

    private static bool Mentions(Exception exception, string words) => exception.Message.Contains(words, StringComparison.Ordinal);
}
