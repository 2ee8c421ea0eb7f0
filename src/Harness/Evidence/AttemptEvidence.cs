using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>Everything that is known of one attempt: what a diagnosis is made from, and nothing else.</summary>
public sealed record AttemptEvidence
{
    /// <summary>The suite, with its limits and deadlines.</summary>
    public required Suite Suite { get; init; }

    /// <summary>The steps that were started, in order, and those that were skipped.</summary>
    public IReadOnlyList<StepEvidence> Steps { get; init; } = [];

    /// <summary>The engine's events about this container.</summary>
    public IReadOnlyList<EngineEvent> Events { get; init; } = [];

    /// <summary>Every signal that Harness sent.</summary>
    public IReadOnlyList<KillEntry> Kills { get; init; } = [];

    /// <summary>The container's state before it was removed; null when it was gone.</summary>
    public ContainerState? FinalState { get; init; }

    /// <summary>The failure that kept the attempt from starting or going on.</summary>
    public Fault? Fault { get; init; }

    /// <summary>pip's report, as written; null when there is none.</summary>
    public string? PipReport { get; init; }

    /// <summary>The end of pip's log; null when there is none.</summary>
    public string? PipLog { get; init; }

    /// <summary>Writable space after the install.</summary>
    public SpaceUse? Disk { get; init; }

    /// <summary>Use of <c>/dev/shm</c> after the install.</summary>
    public SpaceUse? SharedMemory { get; init; }

    /// <summary>The step that decided: the first that did not pass; null when all did.</summary>
    public StepEvidence? Deciding => Steps.FirstOrDefault(step => step.Result.Outcome is not (Outcome.Passed or Outcome.Skipped));
}
