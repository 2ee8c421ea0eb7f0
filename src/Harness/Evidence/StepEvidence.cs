using Harness.Engines.Sandboxes;

namespace Harness.Evidence;

/// <summary>A step, and what was seen around it.</summary>
public sealed record StepEvidence
{
    /// <summary>The step's record.</summary>
    public required StepResult Result { get; init; }

    /// <summary>The deadline that was in force.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether that deadline was what the suite had left, not the step's own.</summary>
    public bool DeadlineIsSuites { get; init; }

    /// <summary>The cgroup before it started.</summary>
    public CgroupCounters? Before { get; init; }

    /// <summary>The cgroup after it ended.</summary>
    public CgroupCounters? After { get; init; }

    /// <summary>The last lines of standard output, for reading by programs; raw but for bytes that are no UTF-8.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The last lines of standard error.</summary>
    public string StderrTail { get; init; } = "";

    /// <summary>The engine's words when the program could not be started at all.</summary>
    public string? StartError { get; init; }
}
