namespace Harness.Suites;

/// <summary>A suite file, read.</summary>
/// <param name="Suite">The suite; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, errors and warnings, in the order of the file.</param>
public sealed record SuiteReadResult(Suite? Suite, IReadOnlyList<SuiteDiagnostic> Diagnostics);
