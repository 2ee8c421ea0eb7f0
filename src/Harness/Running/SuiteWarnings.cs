using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What is worth knowing of runs although nothing failed of it.</summary>
internal static class SuiteWarnings
{
    /// <summary>Of limits that did not hold, of builds from source, and of tests that failed once.</summary>
    public static IReadOnlyList<Cause> Of(Suite suite, IReadOnlyList<Run> runs, ResolvedEnvironment? environment) =>
        [.. LimitGaps.Of(runs), .. SourceBuilds.Warnings(suite, environment), .. RetryRecords.Flaky(suite, runs)];
}
