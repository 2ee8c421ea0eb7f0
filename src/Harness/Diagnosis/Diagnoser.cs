using Harness.Diagnosis.Rules;
using Harness.Evidence;

namespace Harness.Diagnosis;

/// <summary>From evidence to causes. Needs no engine: an old artifacts folder gives the same answer.</summary>
public static class Diagnoser
{
    /// <summary>
    /// In order of precedence: what Harness did itself, what engine and kernel witnessed, exit codes, and only then texts.
    /// A rule further down does not outrank one above it, whatever its confidence.
    /// </summary>
    private static readonly ICauseRule[] Rules =
    [
        new FaultRule(),
        new OwnKillRule(),
        new MemoryLimitRule(),
        new ContainerEndRule(),
        new StartErrorRule(),
        new DiskRule(),
        new CrashRule(),
        new InstallTextRule(),
        new TestRule(),
    ];

    /// <summary>Why an attempt did not pass, most likely first; empty when it passed.</summary>
    public static IReadOnlyList<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Fault is null && evidence.Deciding is null)
            return [];
        var causes = Rules
            .SelectMany(rule => rule.Explain(evidence))
            .DistinctBy(cause => (cause.Name, cause.Step, cause.Subject))
            .ToList();
        return causes.Count > 0 ? causes : [Unknown(evidence)];
    }

    private static Cause Unknown(AttemptEvidence evidence)
    {
        var step = evidence.Deciding;
        var termination = step?.Result.Termination;
        var cause = CauseBuilder.Create("unknown", Confidence.Guess,
            $"{step?.Result.Name ?? "the attempt"} ended ({termination?.Reason.ToString().ToLowerInvariant() ?? "reason not recorded"}"
            + (termination?.ExitCode is { } code ? $", exit code {code}" : "") + "), and nothing recorded explains it.",
            step: step);
        return cause with
        {
            Evidence = termination?.ExitCode is { } exitCode ? [new("exit-code", $"{exitCode}")] : [],
            WouldSettle = evidence.FinalState is null
                ? "The container's final state, and the engine's events until its end."
                : "The kernel's log around the end of the step (dmesg), which says whether the machine ran out of memory.",
        };
    }
}
