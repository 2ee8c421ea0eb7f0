namespace Harness.Suites;

/// <summary>What makes a smoke test pass. Patterns are .NET regular expressions, without backtracking.</summary>
public sealed record Expectation
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>Standard output must match.</summary>
    public string? StdoutMatches { get; init; }

    /// <summary>Standard error must match.</summary>
    public string? StderrMatches { get; init; }

    /// <summary>Standard output must not match.</summary>
    public string? StdoutExcludes { get; init; }

    /// <summary>Standard error must not match.</summary>
    public string? StderrExcludes { get; init; }
}
