namespace Harness.Engines.Sandboxes;

/// <summary>How a command in a sandbox ended, and what was seen on the way.</summary>
public sealed record SandboxCommandResult
{
    /// <summary>How it ended.</summary>
    public required Termination Termination { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Its standard output.</summary>
    public required CapturedStream StandardOutput { get; init; }

    /// <summary>Its standard error.</summary>
    public required CapturedStream StandardError { get; init; }

    /// <summary>The cgroup before it started; null where it cannot be read.</summary>
    public CgroupCounters? Before { get; init; }

    /// <summary>The cgroup after it ended; null where it cannot be read.</summary>
    public CgroupCounters? After { get; init; }

    /// <summary>Highest memory seen while it ran, in bytes.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>The engine's words when the program could not be started at all; they are not in its output.</summary>
    public string? StartError { get; init; }

    /// <summary>What the engine failed with, where that is why the command did not run or its end was not seen; else null.</summary>
    public EngineFault? Fault { get; init; }
}
