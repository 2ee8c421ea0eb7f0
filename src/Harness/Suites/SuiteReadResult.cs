namespace Harness.Suites;

/// <summary>A suite file, read.</summary>
/// <param name="Suite">The suite; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, errors and warnings, in the order of the file.</param>
public sealed record SuiteReadResult(Suite? Suite, IReadOnlyList<SuiteDiagnostic> Diagnostics)
{
    /// <summary>The suite's name, also of a suite with errors; null when it has none that could be read.</summary>
    public string? Name { get; init; } = Suite?.Name;
}
