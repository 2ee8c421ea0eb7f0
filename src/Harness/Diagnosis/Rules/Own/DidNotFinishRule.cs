using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>
/// Harness itself was ended in the middle of a step. Needs: a journal that begins the step and does not end it.
/// Sure: nothing else leaves that.
/// </summary>
internal static class DidNotFinishRule
{
    public static Cause? Explain(Case @case) => @case.Evidence.Finished || @case.Termination is not null ? null : Of(@case.Evidence, @case.Step);

    /// <summary>The cause of an attempt that no line of the journal ends.</summary>
    public static Cause Of(AttemptEvidence evidence, StepEvidence? step)
    {
        var where = step is null ? "before its first step" : $"during {step.Result.Name}";
        var left = evidence.LeftBehind.Count > 0 ? evidence.LeftBehind : evidence.Container is { } own ? [own] : [];
        var container = left.Count == 0
            ? "Then"
            : $"harness reap removes {(left.Count == 1 ? "the container" : "the containers")} {string.Join(" and ", left)} that {(left.Count == 1 ? "was" : "were")} left behind; then";
        return CauseBuilder.Create("did-not-finish", Confidence.Own, $"Harness itself ended {where} and wrote nothing more.",
            $"Look for what killed Harness (dmesg, the CI job's own limits); {container} run {evidence.Suite.DisplayFile} again.", step)
            .Because("journal", step?.Result.StartedAt is { } at
                ? $"{step.Result.Name} was started at {at.UtcDateTime:HH:mm:ss.fff}, and no line ends it"
                : "no line ends the attempt");
    }
}
