using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Running;

/// <summary>From outcomes and causes to one word.</summary>
internal static class RunVerdicts
{
    /// <summary>Causes beyond engine, registry and image that lie outside the suite.</summary>
    private static readonly HashSet<string> Outside =
    [
        "memory-host", "killed-externally", "container-removed", "main-process-exited", "index-unreachable", "did-not-finish", "internal-error",
    ];

    /// <summary>What a suite came to.</summary>
    public static Verdict For(IReadOnlyList<Run> runs, Comparison comparison)
    {
        if (runs.Any(run => run.Outcome == Outcome.Interrupted))
            return Verdict.Interrupted;
        var broken = runs.Where(run => run.Outcome != Outcome.Passed).ToList();
        if (broken.Count > 0)
            return broken.Any(run => IsOutside(run.Attempts[^1])) ? Verdict.Infrastructure : Verdict.Failed;
        return comparison.Verdict is ReproducibilityVerdict.Reproducible or ReproducibilityVerdict.NotCompared
            ? Verdict.Passed
            : Verdict.NotReproducible;
    }

    private static bool IsOutside(Attempt attempt) => attempt.Causes is [var first, ..]
        ? first.Code.StartsWith("HARN2", StringComparison.Ordinal) || Outside.Contains(first.Name)
        : attempt.Outcome == Outcome.Lost;
}
