using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>The time of an install was over. Needs: the step's end. Sure: Harness stopped it. What pip printed last says where.</summary>
internal static class TimeoutInstallRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case is not { IsInstall: true, Termination.Reason: TerminationReason.Timeout, Around.DeadlineIsSuites: false })
            return null;
        var limit = @case.Suite.Timeouts.Install;
        var last = TextWitness.LastLines(@case.Step.StdoutTail, 1) is [var line] ? line.Trim() : null;
        return @case.Create("timeout-install", Confidence.Own,
            $"{@case.Name} did not end within {DurationText.Format(limit)} and was stopped"
            + (@case.Pip.Package is { } package ? $" while pip was at {package}." : "."),
            $"Raise timeouts.install above {DurationText.Format(limit)}, for instance to {DurationText.Format(2 * limit)}, if it is only slow"
            + (@case.Pip.Package is { } slow ? $"; a wheel of {slow}, and versions in a constraints file, make it faster." : "."))
            .ByOwnKill(@case, KillReason.Timeout)
            .BecauseIf(last is not null, "stdout", () => $"last printed: {last}");
    }
}
