using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What is worth knowing of runs although nothing failed of it.</summary>
internal static class SuiteWarnings
{
    /// <summary>What a cause at the same line says with more right, since it happened.</summary>
    private static readonly Dictionary<string, string[]> Explaining = new(StringComparer.Ordinal)
    {
        ["wheel-missing"] =
        [
            "requirement-not-found", "wheel-incompatible", "requires-python", "source-build", "source-build-failed",
            "build-backend-missing",
        ],
        ["workspace-unwritable"] = ["workspace-unwritable"],
    };

    /// <summary>Those of them that no cause says already: of one fact one remedy.</summary>
    public static IReadOnlyList<Cause> Unexplained(IEnumerable<Cause> warnings, IReadOnlyList<Cause> causes) =>
        [.. warnings.Where(warning => !causes.Any(cause => IsExplained(warning, cause)))];

    /// <summary>The same, with one that knows more in the place of those of its name; null: nobody knows more.</summary>
    public static IReadOnlyList<Cause> Replaced(IReadOnlyList<Cause> warnings, Cause? better) =>
        better is null ? warnings : [.. warnings.Where(warning => warning.Name != better.Name), better];

    /// <summary>Of limits that did not hold, of builds from source, and of tests that failed once.</summary>
    public static IReadOnlyList<Cause> Of(Suite suite, IReadOnlyList<Run> runs, ResolvedEnvironment? environment) =>
        [.. LimitGaps.Of(runs), .. SourceBuilds.Warnings(suite, environment), .. RetryRecords.Flaky(suite, runs)];

    private static bool IsExplained(Cause warning, Cause cause) =>
        cause.Line is not null && cause.Line == warning.Line && cause.File == warning.File
        && Explaining.TryGetValue(warning.Name, out var names) && names.Contains(cause.Name, StringComparer.Ordinal);
}
