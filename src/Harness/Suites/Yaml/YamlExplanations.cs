namespace Harness.Suites.Yaml;

/// <summary>Words of the YAML parser's own messages, and what somebody who writes a suite needs to hear instead.</summary>
internal static class YamlExplanations
{
    /// <summary>Stands in a message for the rest of the line that the parser stumbled over.</summary>
    public const string Here = "{here}";

    private const string Unclosed = "The quoted text that begins here is never closed.";
    private const string CloseQuote = "Close it with the same quote that opens it; inside { } or [ ], quote a whole value that contains a comma, which ends it otherwise.";
    private const string SecondColon =
        "A second ': ' stands where one value is expected: the value needs quotes, or the line is indented wrongly.";
    private const string QuoteOrAlign = "Quote a value that contains ': ', or align the key with its neighbours.";
    private const string Stray = Here + " is neither the next key or item nor part of the value before it.";
    private const string Align =
        "Align the keys of one mapping and the dashes of one list; look for text after a closing quote or bracket.";
    private const string UseSingleQuotes = "Double each backslash, or use single quotes, in which a backslash is only a backslash.";
    private const string Tag = "The value has a tag; suites know no tags.";
    private const string QuoteTag = "Remove the tag, or quote a value that begins with '!'.";
    private const string BadAnchor = "The anchor or alias is not well formed.";
    private const string QuoteAnchor = "Write &name once before a value, and *name in place of one; quote text that begins with & or *.";
    private const string ComplexKey = "A value cannot begin with '? ' unless it is quoted.";
    private const string QuoteValue = "Put the value in quotes.";
    private const string Comment = "A '#' stands right behind a value.";
    private const string SpaceBeforeComment = "Put a space before a comment, or quotes around a value that contains a '#'.";

    /// <summary>The first entry whose words a message holds counts.</summary>
    private static readonly (string Words, string Message, string Remedy)[] Known =
    [
        ("unexpected end of stream", Unclosed, CloseQuote),
        ("unexpected document indicator", Unclosed, CloseQuote),
        ("wrong indentation",
            "The quoted text that begins here goes on in a line that is not indented.",
            "Close it with '\"', or indent the line."),
        ("unknown escape", "The double-quoted text has an escape that YAML does not know.", UseSingleQuotes),
        ("hexadecimal number", "The double-quoted text has an escape with digits missing.", UseSingleQuotes),
        ("Unicode", "The double-quoted text has an escape that is no character.", UseSingleQuotes),
        ("multiline plain scalar",
            "The line above is no KEY: VALUE, so that this key seems to be a part of its text.",
            "Write a ':' and a space after its key."),
        ("invalid mapping", SecondColon, QuoteOrAlign),
        ("Mapping values are not allowed", SecondColon, QuoteOrAlign),
        ("Anchor before sequence", BadAnchor, QuoteAnchor),
        ("equence entries are not allowed",
            "A list of '- ' items cannot begin on the line of its key.",
            "Begin it on the next line, or write [a, b]."),
        ("could not find expected ':'", "The line is no KEY: VALUE.", "Write a ':' and a space after the key."),
        ("did not find expected key", Stray, Align),
        ("expected '-' indicator", Stray, Align),
        ("<document end>", Stray, Align),
        ("<document start>", Stray, Align),
        ("expected node content", "A value is expected here.", "Write the value, or quote it if it begins with a bracket or comma."),
        ("Mapping keys are not allowed", ComplexKey, QuoteValue),
        ("key indicator", ComplexKey, QuoteValue),
        ("block scalar",
            "The text block's first line ('|' or '>') is not well formed.",
            "Write only | or > there, and the text below it, indented."),
        ("directive", "A line that begins with '%' is a YAML directive; suites need none.", "Remove the line, or quote the value."),
        ("comment", Comment, SpaceBeforeComment),
        ("tab", "A tab stands where YAML takes only spaces.", "Replace the tab by spaces."),
        ("undefined tag", Tag, QuoteTag),
        ("a tag", Tag, QuoteTag),
        ("of tag", Tag, QuoteTag),
        ("anchor", BadAnchor, QuoteAnchor),
    ];

    /// <summary>What to say instead of a message; null when nobody has thought of it.</summary>
    public static (string Message, string Remedy)? Find(string message)
    {
        foreach (var (words, plain, remedy) in Known)
        {
            if (message.Contains(words, StringComparison.Ordinal))
                return (plain, remedy);
        }

        return null;
    }
}
