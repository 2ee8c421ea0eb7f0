using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>The time of the whole suite was over. Needs: the step's end and whose deadline it was. Sure: Harness stopped it.</summary>
internal static class TimeoutSuiteRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case is not { Termination.Reason: TerminationReason.Timeout, Around.DeadlineIsSuites: true })
            return null;
        var limit = @case.Suite.Timeouts.Suite;
        return @case.Create("timeout-suite", Confidence.Own,
            $"The suite did not end within {DurationText.Format(limit)}; {@case.Name} was running and was stopped.",
            $"Raise timeouts.suite above {DurationText.Format(limit)}, for instance to {DurationText.Format(2 * limit)}, or split the suite.")
            .At(@case.Key("timeouts.suite"))
            .ByOwnKill(@case, KillReason.Timeout);
    }
}
