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
        if (runs.FirstOrDefault(run => run.Outcome != Outcome.Passed) is not { } broken)
            return [DriftCause.Of(comparison, about)];
        var causes = broken.Attempts[^1].Causes;
        if (comparison.Verdict != ReproducibilityVerdict.OutcomeDrift)
            return causes;
        var drift = DriftCause.Of(comparison, about);
        // That the other run passed says more of a test than its exit code; whatever is witnessed says more than that.
        return causes is [var first, ..] && IsBare(first) ? [WithWords(drift, causes), .. causes.Where(cause => !IsBareOf(drift, cause))] : [.. causes, drift];
    }

    // What the step printed is all that its own cause would add.
    private static Cause WithWords(Cause drift, IReadOnlyList<Cause> causes) => causes
        .Where(cause => IsBareOf(drift, cause))
        .SelectMany(cause => cause.Evidence.Where(line => line.Source is "stdout" or "stderr"))
        .Aggregate(drift, (current, line) => current.Because(line.Source, line.Text));

    private static bool IsBare(Cause cause) => cause.Name is "test-failed" or "expectation-failed";

    private static bool IsBareOf(Cause drift, Cause cause) => IsBare(cause) && cause.Step == drift.Subject;
}
