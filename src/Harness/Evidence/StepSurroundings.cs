using Harness.Engines;
using Harness.Engines.Machine;
using Harness.Engines.Sandboxes;

namespace Harness.Evidence;

/// <summary>What was seen around a step, besides its own record. Goes into the journal with the step's end.</summary>
public sealed record StepSurroundings
{
    /// <summary>Nothing was seen.</summary>
    public static StepSurroundings Nothing { get; } = new();

    /// <summary>The deadline that was in force, in seconds.</summary>
    public double? DeadlineSeconds { get; init; }

    /// <summary>Whether that deadline was what the suite had left, not the step's own.</summary>
    public bool DeadlineIsSuites { get; init; }

    /// <summary>How many events of the container had come when it started.</summary>
    public int FirstEvent { get; init; }

    /// <summary>How many had come when its end was judged.</summary>
    public int LastEvent { get; init; }

    /// <summary>The cgroup before it started.</summary>
    public CgroupCounters? Before { get; init; }

    /// <summary>The cgroup after it ended.</summary>
    public CgroupCounters? After { get; init; }

    /// <summary>This machine before it started; null when the engine is on another one.</summary>
    public HostLoad? HostBefore { get; init; }

    /// <summary>This machine after it ended.</summary>
    public HostLoad? HostAfter { get; init; }

    /// <summary>What it printed that the suite does not allow; null when it was not stopped for that.</summary>
    public StopFinding? Stopped { get; init; }

    /// <summary>The engine's words when the program could not be started at all.</summary>
    public string? StartError { get; init; }

    /// <summary>What the engine failed with meanwhile.</summary>
    public EngineFault? Fault { get; init; }
}
