using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>The time of a test, or of the check that Python starts, was over. Needs: the step's end. Sure: Harness stopped it.</summary>
internal static class TimeoutTestRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case is not { IsInstall: false, Termination.Reason: TerminationReason.Timeout, Around.DeadlineIsSuites: false })
            return null;
        var limit = TimeSpan.FromSeconds(@case.Around.DeadlineSeconds ?? @case.Suite.Timeouts.Test.TotalSeconds);
        var key = @case.Test?.Timeout is null ? "timeouts.test" : $"the timeout of {@case.Test.Name}";
        var last = TextWitness.LastLines(@case.Step.StdoutTail, 1) is [var line] ? line.Trim() : null;
        return @case.Create("timeout-test", Confidence.Own,
            $"{@case.Name} did not end within {DurationText.Format(limit)} and was stopped.",
            $"If it is only slow, raise {key} above {DurationText.Format(limit)}, for instance to {DurationText.Format(2 * limit)}; "
            + (last is null ? "else find out what it waits for: it printed nothing." : "else see what it printed last."))
            .ByOwnKill(@case, KillReason.Timeout)
            .BecauseIf(last is not null, "stdout", () => $"last printed: {last}");
    }
}
