using Harness.Reporting;
using Harness.Suites;

namespace Harness.Sizing;

/// <summary>What the search for a suite's size came to.</summary>
/// <param name="MemoryBytes">The smallest memory limit that it passes with; null when the search was given up.</param>
/// <param name="Cpus">The fewest CPUs; null when they were not asked for.</param>
/// <param name="Problem">Why the search was given up; null when it was not.</param>
/// <param name="ExitCode">As the contract gives it.</param>
/// <param name="Diagnostics">What is wrong with the suite or the arguments.</param>
public sealed record SizeResult(
    long? MemoryBytes, double? Cpus, string? Problem, int ExitCode, IReadOnlyList<SuiteDiagnostic> Diagnostics)
{
    /// <summary>Why the trial that the search was given up with did not pass.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
