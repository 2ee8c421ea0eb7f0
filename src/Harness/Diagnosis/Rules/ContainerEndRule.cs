using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules;

/// <summary>The container went away under a step: killed, removed, or its main process ended.</summary>
internal sealed class ContainerEndRule : ICauseRule
{
    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { } step || step.Result.Termination is not { By: not TerminatedBy.Harness } termination
            || termination.Reason == TerminationReason.Memory)
        {
            yield break;
        }

        var ownSignals = evidence.Kills.Count(kill => kill.Target == "container");
        var kill = evidence.Events.Where(e => e.Action == "kill").Skip(ownSignals).FirstOrDefault();
        var died = evidence.Events.FirstOrDefault(e => e.Action == "die");
        var removed = evidence.Events.Any(e => e.Action == "destroy") && evidence.FinalState is null;

        if (removed && termination.Reason == TerminationReason.Lost)
        {
            yield return CauseBuilder.Create("container-removed", Confidence.Witnessed,
                $"The container was removed during {step.Result.Name}, and not by Harness.", step: step)
                .Because("engine-events", "destroy, without a removal by Harness")
                .BecauseIf(kill is not null, "engine-events", () => $"kill, signal {kill!.Signal}");
        }
        else if (kill is not null && termination.By == TerminatedBy.Engine)
        {
            yield return CauseBuilder.Create("killed-externally", Confidence.Witnessed,
                $"The container was killed with signal {kill.Signal} during {step.Result.Name}, and not by Harness.", step: step)
                .Because("engine-events", $"kill, signal {kill.Signal}, at {kill.At.UtcDateTime:HH:mm:ss.fff}")
                .Because("kill-ledger", "no entry for it");
        }
        else if (died is not null && evidence.FinalState is { Running: false, ExitCode: { } code } && ownSignals == 0)
        {
            yield return CauseBuilder.Create("main-process-exited", Confidence.Witnessed,
                $"The container's main process ended with exit code {code} during {step.Result.Name}.", step: step)
                .Because("engine-events", $"die, exit code {died.ExitCode}, without a kill");
        }
    }
}
