using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules;

/// <summary>What Harness ended itself: deadlines, output floods, interrupts. The kill ledger is the witness.</summary>
internal sealed class OwnKillRule : ICauseRule
{
    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { } step)
            yield break;
        var kill = evidence.Kills.FirstOrDefault(kill => kill.Target == step.Result.Name || kill.Target == "container" && kill.Reason != KillReason.Cleanup);
        switch (step.Result.Termination?.Reason)
        {
            case TerminationReason.Timeout:
                yield return Timeout(evidence.Suite, step).Because("kill-ledger", Ledger(kill));
                break;
            case TerminationReason.Output:
                yield return CauseBuilder.Create("output-flood", Confidence.Own,
                    $"{step.Result.Name} printed more than {ByteSize.Format(evidence.Suite.Limits.OutputAbortBytes)} and was stopped.",
                    $"Print less in {step.Result.Name}, or raise limits.output-abort above {ByteSize.Format(evidence.Suite.Limits.OutputAbortBytes)}.",
                    step).Because("kill-ledger", Ledger(kill));
                break;
            case TerminationReason.Interrupted:
                yield return CauseBuilder.Create("interrupted", Confidence.Own,
                    $"The run was interrupted during {step.Result.Name}.", step: step).Because("kill-ledger", Ledger(kill));
                break;
        }
    }

    private static Cause Timeout(Suite suite, StepEvidence step)
    {
        var name = step.Result.Name;
        var deadline = DurationText.Format(step.Deadline ?? TimeSpan.FromSeconds(step.Result.DurationSeconds));
        if (step.DeadlineIsSuites)
        {
            return CauseBuilder.Create("timeout-suite", Confidence.Own,
                $"The suite did not end within {DurationText.Format(suite.Timeouts.Suite)}; {name} was running and was stopped.",
                $"Raise timeouts.suite above {DurationText.Format(suite.Timeouts.Suite)}, or split the suite.", step)
                .At(suite.Positions.GetValueOrDefault("timeouts.suite"));
        }

        if (name is "install" or "toolchain" or "freeze")
        {
            return CauseBuilder.Create("timeout-install", Confidence.Own,
                $"{name} did not end within {deadline} and was stopped.",
                $"See what it printed last; constrain versions and use wheels, or raise timeouts.install above {deadline}.", step)
                .At(suite.Positions.GetValueOrDefault("timeouts.install"));
        }

        var test = suite.Tests.FirstOrDefault(test => "test:" + test.Name == name);
        return (CauseBuilder.Create("timeout-test", Confidence.Own,
            $"{name} did not end within {deadline} and was stopped.",
            $"See what it printed last; if it is only slow, raise its timeout above {deadline}.", step) with { Subject = test?.Name })
            .At(test?.Position);
    }

    private static string Ledger(KillEntry? kill) => kill is null
        ? "stopped at the deadline; the entry is missing"
        : $"{kill.At.UtcDateTime:HH:mm:ss.fff} signal {kill.Signal} to {kill.Target}: {kill.Reason.ToString().ToLowerInvariant()}";
}
