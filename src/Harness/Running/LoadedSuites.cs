using Harness.Suites;

namespace Harness.Running;

/// <summary>The suites of an invocation, read.</summary>
/// <param name="Diagnostics">What is wrong with the arguments and with the suites together.</param>
/// <param name="Suites">Each file that was found.</param>
/// <param name="Settings">What was decided about the invocation.</param>
public sealed record LoadedSuites(IReadOnlyList<SuiteDiagnostic> Diagnostics, IReadOnlyList<LoadedSuite> Suites, RunSettings Settings)
{
    /// <summary>Names of suites that are not run because no test of theirs matches the filter.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Everything that is wrong, in order.</summary>
    public IEnumerable<SuiteDiagnostic> AllDiagnostics => Diagnostics.Concat(Suites.SelectMany(suite => suite.Diagnostics));
}
