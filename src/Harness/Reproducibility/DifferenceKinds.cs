namespace Harness.Reproducibility;

/// <summary>The kinds of <see cref="Difference"/>.</summary>
public static class DifferenceKinds
{
    /// <summary>A distribution has another version.</summary>
    public const string Version = "version";

    /// <summary>A distribution is installed in one run only.</summary>
    public const string Missing = "missing";

    /// <summary>The same version came from another archive.</summary>
    public const string Archive = "archive";

    /// <summary>A file has another content, or is there in one run only.</summary>
    public const string File = "file";

    /// <summary>A step ended in another way.</summary>
    public const string Outcome = "outcome";

    /// <summary>A step missed other expectations.</summary>
    public const string Expectation = "expectation";

    /// <summary>Kinds that make an environment another one.</summary>
    public static IReadOnlyList<string> OfEnvironment { get; } = [Version, Missing, Archive];

    /// <summary>Kinds that make the content of equal environments another one.</summary>
    public static IReadOnlyList<string> OfContent { get; } = [File];

    /// <summary>Kinds that make the outcome of equal environments another one.</summary>
    public static IReadOnlyList<string> OfOutcome { get; } = [Outcome, Expectation];
}
