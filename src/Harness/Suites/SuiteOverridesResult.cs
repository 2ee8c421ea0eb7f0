namespace Harness.Suites;

/// <summary>What the environment decides.</summary>
/// <param name="Overrides">The values that were good.</param>
/// <param name="Diagnostics">One error for each that was not.</param>
public sealed record SuiteOverridesResult(SuiteOverrides Overrides, IReadOnlyList<SuiteDiagnostic> Diagnostics);
