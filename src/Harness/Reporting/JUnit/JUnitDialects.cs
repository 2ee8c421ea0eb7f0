namespace Harness.Reporting.JUnit;

/// <summary>The dialects by the names that users write.</summary>
public static class JUnitDialects
{
    /// <summary>All names, as a sentence lists them.</summary>
    public const string Names = "rich or strict";

    /// <summary>The dialect of that name; null when there is none.</summary>
    public static JUnitDialect? Find(string name) => name switch
    {
        "rich" => JUnitDialect.Rich,
        "strict" => JUnitDialect.Strict,
        _ => null,
    };
}
