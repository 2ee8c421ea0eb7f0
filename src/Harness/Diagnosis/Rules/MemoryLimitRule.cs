using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules;

/// <summary>An OOM kill inside the container's own limit: of the main process, of a step, or of a child that the step outlived.</summary>
internal sealed class MemoryLimitRule : ICauseRule
{
    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { } step || step.Result.Termination?.By == TerminatedBy.Harness)
            yield break;
        var kills = step.After?.OomKills - step.Before?.OomKills ?? 0;
        var oomEvent = evidence.Events.FirstOrDefault(e => e.Action == "oom");
        if (kills <= 0 && oomEvent is null && step.Result.Termination?.Reason != TerminationReason.Memory)
            yield break;

        var limit = evidence.Suite.Limits.MemoryBytes;
        var peak = step.Result.Resources?.PeakMemoryBytes;
        var atPeak = peak is { } bytes ? $"peak {ByteSize.Format(bytes)} of {ByteSize.Format(limit)}" : $"limit {ByteSize.Format(limit)}";
        var whole = step.Result.ExitCode == 137 ? "it was killed" : "a process it had started was killed";
        var cause = CauseBuilder.Create("memory-limit", Confidence.Witnessed,
            $"{step.Result.Name} reached the container's memory limit and {whole} by the kernel ({atPeak}).",
            $"Raise limits.memory above {ByteSize.Format(limit)}, for instance to {ByteSize.Format(limit * 2)}, or make {step.Result.Name} use less.",
            step)
            .At(evidence.Suite.Positions.GetValueOrDefault("limits.memory"))
            .BecauseIf(kills > 0, "cgroup", () => $"OOM kills during {step.Result.Name}: {kills}")
            .BecauseIf(oomEvent is not null, "engine-events", () => $"oom at {oomEvent!.At.UtcDateTime:HH:mm:ss.fff}")
            .BecauseIf(step.Result.ExitCode is not null, "exit-code", () => $"{step.Result.ExitCode}");
        if (evidence.FinalState?.OomKilled == false)
            cause = cause.Despite("container-state", "the engine's OOMKilled flag is false (it stays false for an exec while the container runs)");
        yield return cause;
    }
}
