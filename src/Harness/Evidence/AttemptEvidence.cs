using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>Everything that is known of one attempt: what a diagnosis is made from, and nothing else.</summary>
public sealed record AttemptEvidence
{
    /// <summary>The suite, with its limits and deadlines, and its requirements.</summary>
    public required SuiteEvidence About { get; init; }

    /// <summary>The suite.</summary>
    public Suite Suite => About.Suite;

    /// <summary>The container's name; null when none was created.</summary>
    public string? Container { get; init; }

    /// <summary>Names of all containers of the suite that were perhaps left behind, when Harness itself did not come to the end.</summary>
    public IReadOnlyList<string> LeftBehind { get; init; } = [];

    /// <summary>Whether the caller asked for the end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Whether Harness itself came to the end of the attempt; false only of what is read back from a journal that breaks off.</summary>
    public bool Finished { get; init; } = true;

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

    /// <summary>The step that decided: the first that did not pass; null when all did.</summary>
    public StepEvidence? Deciding => Steps.FirstOrDefault(step => step.Result.Outcome is not (Outcome.Passed or Outcome.Skipped));
}
