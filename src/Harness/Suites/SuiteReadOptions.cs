namespace Harness.Suites;

/// <summary>What reading a suite needs to know of its caller.</summary>
public sealed record SuiteReadOptions
{
    /// <summary>Absolute path; relative suite paths start here, and messages name files relative to it.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The variables that <c>${NAME}</c> reads. Nothing is read from the process itself.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the caller decides instead of the suite file.</summary>
    public SuiteOverrides Overrides { get; init; } = new();

    /// <summary>
    /// Single values that stand in for those of the file, by key of the top level such as <c>image</c>, and are read and checked like them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
