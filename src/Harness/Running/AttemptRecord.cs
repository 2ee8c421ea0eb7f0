using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Makes the record of an attempt from its evidence.</summary>
internal static class AttemptRecord
{
    /// <summary>The record, diagnosis included.</summary>
    public static Attempt Of(AttemptEvidence evidence, int index, DateTimeOffset startedAt, TimeSpan duration)
    {
        var deciding = evidence.Deciding?.Result;
        var outcome = (deciding, evidence.Fault) switch
        {
            (null, not null) => Outcome.Lost,
            (null, null) when !evidence.Finished => Outcome.Lost,
            (null, null) => evidence.Interrupted ? Outcome.Interrupted : Outcome.Passed,
            _ => deciding.Outcome,
        };
        return new()
        {
            Index = index,
            Outcome = outcome,
            StartedAt = startedAt,
            DurationSeconds = Math.Round(duration.TotalSeconds, 3),
            Termination = deciding?.Termination ?? (outcome == Outcome.Passed ? new(TerminationReason.Exited, 0) : null),
            Steps = [.. evidence.Steps.Select(step => step.Result)],
            Causes = Diagnoser.Explain(evidence),
        };
    }

    /// <summary>All steps of the suite in their order, with those that were not run.</summary>
    public static IReadOnlyList<StepEvidence> WithSkipped(Suite suite, IReadOnlyList<StepEvidence> steps) =>
        [.. StepPlan.Names(suite).Select(name => steps.FirstOrDefault(step => step.Result.Name == name) ?? Skipped(suite, name))];

    private static StepEvidence Skipped(Suite suite, string name) => new()
    {
        Result = new()
        {
            Name = name,
            Outcome = Outcome.Skipped,
            Unmet = [name == StepPlan.Install && StepPlan.InstallsNothing(suite) ? "nothing to install" : "a step before it did not pass"],
        },
    };
}
