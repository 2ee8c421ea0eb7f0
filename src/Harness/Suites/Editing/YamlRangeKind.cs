namespace Harness.Suites.Editing;

/// <summary>How a value is written, as far as an edit needs to know.</summary>
internal enum YamlRangeKind
{
    /// <summary>A text as it stands.</summary>
    Plain,

    /// <summary>A text in quotes.</summary>
    Quoted,

    /// <summary>A text that begins on the next line, or an alias: nothing can be put behind it.</summary>
    Other,

    /// <summary>A list or mapping in brackets.</summary>
    Flow,

    /// <summary>A list or mapping over lines.</summary>
    Block,
}
