using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Running;

/// <summary>The causes of a suite: those of the attempt that decided the verdict, and the drift of its runs.</summary>
internal static class SuiteCauses
{
    public static IReadOnlyList<Cause> Of(IReadOnlyList<Run> runs, Comparison comparison, Verdict verdict, SuiteEvidence about)
    {
        if (verdict == Verdict.Passed)
            return [];
        var causes = Plain(runs, comparison, about);
        return comparison.Variation is { } variation ? [.. causes.Select(cause => VariationCause.Explain(cause, variation))] : causes;
    }

    private static IReadOnlyList<Cause> Plain(IReadOnlyList<Run> runs, Comparison comparison, SuiteEvidence about)
    {
        if (runs.FirstOrDefault(run => run.Outcome != Outcome.Passed) is { } broken)
        {
            var causes = broken.Attempts[^1].Causes;
            if (comparison.Verdict != ReproducibilityVerdict.OutcomeDrift)
                return causes;
            // That the other run passed says more of a test than its exit code; whatever is witnessed says more than that.
            return causes is [{ Name: "test-failed" or "expectation-failed" }, ..] ? [DriftCause.Of(comparison, about), .. causes] : [.. causes, DriftCause.Of(comparison, about)];
        }

        return [DriftCause.Of(comparison, about)];
    }
}
