using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Running;

/// <summary>Compares the runs of a suite, by what they left behind.</summary>
internal static class RunComparison
{
    /// <summary>What the runs left; nothing when there is nothing to compare.</summary>
    public static IReadOnlyList<RunSnapshot> Snapshots(SuiteFolder folder, IReadOnlyList<Run> runs) =>
        runs.Count < 2 || runs.Any(run => run.Attempts[^1].Steps.Count == 0)
            ? []
            : [.. runs.Select(run => RunSnapshot.Read(folder.Attempt(run.Index, run.Attempts[^1].Index), run.Attempts[^1]))];

    /// <summary>Every run against the first; the first pair that differs speaks for all.</summary>
    public static Comparison Of(IReadOnlyList<RunSnapshot> snapshots)
    {
        var comparisons = snapshots.Skip(1).Select(other => Comparer.Compare(snapshots[0], other)).ToList();
        return comparisons.Find(comparison => comparison.Verdict is not (ReproducibilityVerdict.Reproducible or ReproducibilityVerdict.NotCompared))
            ?? comparisons.FirstOrDefault() ?? Comparison.NotCompared;
    }
}
