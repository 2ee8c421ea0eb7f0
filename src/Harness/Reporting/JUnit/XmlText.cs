namespace Harness.Reporting.JUnit;

/// <summary>Makes text fit for XML 1.0, which has no way to write most control characters, not even as references.</summary>
internal static class XmlText
{
    private const int LongestAttribute = 1_200; // a message and what is put before it

    /// <summary>
    /// Text of an element; a carriage return ends a line, as it does in progress bars. A marker for an attachment is broken:
    /// a tested program could print one, and Jenkins would copy whatever file it names.
    /// </summary>
    public static string Body(string text) =>
        VisibleText.Of(text.ReplaceLineEndings("\n")).Replace("[[ATTACHMENT", "[ [ATTACHMENT", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text of an attribute, on one line, without what is beyond its longest length.</summary>
    public static string Attribute(string text) =>
        TextCut.Head(Body(TextCut.Head(text, LongestAttribute)), LongestAttribute).Replace('\n', ' ').Replace('\t', ' ');
}
