using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>What is known of OOM kills while a step ran.</summary>
internal sealed record OomKills(Case Case)
{
    private static readonly TimeSpan RightAfter = TimeSpan.FromSeconds(1);

    /// <summary>How many the cgroup counted; null when it could not be read to the end.</summary>
    public long? Counted { get; } = Case.Raised(counters => counters.OomKills);

    /// <summary>The cgroup's high-water mark when the step had ended; the kernel's own, not a sample.</summary>
    public long? Peak { get; } = Case.Around.After?.PeakMemoryBytes;

    /// <summary>Whether there was one, by counter, event, or what was made of both when the step ended.</summary>
    public bool Any => Counted > 0 || Case.ContainerEnd.Oom is not null || Case.Termination?.Reason == TerminationReason.Memory;

    /// <summary>Whether the container never came near its own limit, so that the limit of somebody above it was reached.</summary>
    public bool BelowLimit => Peak < Limit - Math.Max(4L << 20, Limit / 50);

    /// <summary>Whether the container ended as well, and not right after the last kill, so that something else may have ended it.</summary>
    public bool MayBeOlder => (Case.ContainerEnd.Died is not null || (Case.Evidence.FinalState is { Running: false } && !Case.EndedByHarness))
        && !(Case.ContainerEnd is { Oom: { } oom, Died: { } died } && (died.At - oom.At).Duration() < RightAfter);

    private long Limit => Case.Limits.MemoryBytes;

    /// <summary>Adds the witnesses to a cause.</summary>
    public Cause Witness(Cause cause)
    {
        var oom = Case.ContainerEnd.Oom;
        cause = cause
            .BecauseIf(Counted > 0, "cgroup", () => $"OOM kills during {Case.Name}: {Counted}")
            .BecauseIf(oom is not null, "engine-events", () => $"oom at {oom!.At.UtcDateTime:HH:mm:ss.fff}")
            .BecauseIf(Peak is not null, "cgroup", () => $"peak {ByteSize.Readable(Peak!.Value)} of {ByteSize.Readable(Limit)}")
            .BecauseIf(Case.ExitCode is not null, "exit-code", () => $"{Case.ExitCode}");
        if (Case.Evidence.FinalState?.OomKilled == false)
            cause = cause.Despite("container-state", "the engine's OOMKilled flag is false, as it may be for an exec while the container runs");
        if (Case.ContainerEnd is { KillIsNearer: true, Kill: { } kill })
            cause = cause.Despite("engine-events", $"a kill with signal {kill.Signal} at {kill.At.UtcDateTime:HH:mm:ss.fff}, nearer to the end");
        if ((oom is null && Counted is null) || Peak is null)
            cause = cause.SettledBy("the cgroup's counters, which were gone or could not be read");
        return cause;
    }
}
