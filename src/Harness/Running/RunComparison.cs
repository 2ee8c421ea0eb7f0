using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Running.Varying;

namespace Harness.Running;

/// <summary>Compares the runs of a suite, by what they left behind.</summary>
internal static class RunComparison
{
    /// <summary>What the runs left; nothing when there is nothing to compare. How far a run came that was cut short says nothing of the suite.</summary>
    public static IReadOnlyList<RunSnapshot> Snapshots(SuiteFolder folder, IReadOnlyList<Run> runs) =>
        runs.Count < 2 || runs.Any(run => IsCutShort(run) || run.Attempts[^1].Steps.Count == 0)
            ? []
            : [.. runs.Select(run => RunSnapshot.Read(folder.Attempt(run.Index, run.Attempts[^1].Index), run.Attempts[^1]))];

    /// <summary>Every run against the first; the first pair that differs speaks for all.</summary>
    public static Comparison Of(IReadOnlyList<RunSnapshot> snapshots)
    {
        var comparisons = snapshots.Skip(1).Select((other, index) => Comparer.Compare(snapshots[0], other) with { Run = index == 0 ? null : index + 2 }).ToList();
        return comparisons.Find(comparison => comparison.IsDrift) ?? comparisons.FirstOrDefault() ?? Comparison.NotCompared;
    }

    /// <summary>One run against another.</summary>
    public static Comparison Of(SuiteFolder folder, Run left, Run right) => Of(Snapshots(folder, [left, right]));

    /// <summary>The search for the variation that makes the second run differ; null when there is nothing to search for.</summary>
    /// <param name="folder">What the runs left.</param>
    /// <param name="runs">The runs that the suite asks for.</param>
    /// <param name="varied">What the second one varied.</param>
    public static Bisection? Search(SuiteFolder folder, IReadOnlyList<Run> runs, IReadOnlyList<string> varied)
    {
        if (varied.Count == 0 || runs.Count < 2 || runs.Any(IsCutShort))
            return null;
        // A third run may differ too; what the variations do is seen in the second.
        var own = Of(folder, runs[0], runs[1]);
        return own.IsDrift ? new(varied, own) : null;
    }

    /// <summary>What a further run says; null when the surroundings or the deadline cut it short.</summary>
    public static Trial? Trial(SuiteFolder folder, Run first, Run run, IReadOnlyList<string> names) =>
        IsCutShort(run) || run.Attempts[^1].Causes is [{ Name: "timeout-suite" }, ..]
            ? null
            : new(run.Index, names, Of(folder, first, run).Verdict);

    private static bool IsCutShort(Run run) => run.Outcome is Outcome.Interrupted or Outcome.Lost;
}
