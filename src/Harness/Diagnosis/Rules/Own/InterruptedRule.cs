using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>The caller asked Harness to stop. Needs: the step's end as Harness recorded it. Sure: Harness did it.</summary>
internal static class InterruptedRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.Termination?.Reason != TerminationReason.Interrupted)
            return null;
        return Of(@case.Evidence, @case.Step) with { Subject = @case.Test?.Name };
    }

    /// <summary>The cause of an attempt that was interrupted between its steps or before them.</summary>
    public static Cause Of(AttemptEvidence evidence, StepEvidence? step)
    {
        var cause = CauseBuilder.Create("interrupted", Confidence.Own,
            step is null ? "The run was interrupted before its first step." : $"The run was interrupted during {step.Result.Name}.",
            $"Run {evidence.Suite.DisplayFile} again; if nobody interrupted it, look at the CI job's own time limit.", step);
        return step is not null && OwnKill.Of(evidence, step, KillReason.Interrupt) is { } kill
            ? cause.Because("kill-ledger", kill)
            : cause.Because("harness", "the caller cancelled, and nothing had to be killed");
    }
}
