using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What an invocation came to.</summary>
/// <param name="Results">The suites, in order; what is in the artifacts folder.</param>
/// <param name="Diagnostics">What is wrong with suite files or their arguments.</param>
/// <param name="Artifacts">Absolute path of the artifacts folder.</param>
/// <param name="Output">The same folder as the caller wrote it.</param>
/// <param name="ExitCode">As the contract gives it.</param>
public sealed record RunReport(
    IReadOnlyList<SuiteResult> Results,
    IReadOnlyList<SuiteDiagnostic> Diagnostics,
    string Artifacts,
    string Output,
    int ExitCode)
{
    /// <summary>Memory that containers could be granted together, in bytes; null when no engine answered or none says how much it has.</summary>
    public long? MemoryBudgetBytes { get; init; }
}
