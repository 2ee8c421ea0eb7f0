using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;

namespace Harness.Evidence;

/// <summary>One line of the journal. Which members it has follows from its kind; any of them may be missing.</summary>
public sealed record JournalEntry
{
    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is about.</summary>
    public required JournalKind Kind { get; init; }

    /// <summary>The run it belongs to, one-based.</summary>
    public int? Run { get; init; }

    /// <summary>The attempt it belongs to, one-based.</summary>
    public int? Attempt { get; init; }

    /// <summary>The step it belongs to.</summary>
    public string? Step { get; init; }

    /// <summary>Harness's version, with <see cref="JournalKind.Invocation"/>.</summary>
    public string? Version { get; init; }

    /// <summary>Program and arguments, with <see cref="JournalKind.Invocation"/> and <see cref="JournalKind.Command"/>.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The variables that it gets beside those of the image, with <see cref="JournalKind.Command"/>.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>With <see cref="JournalKind.Engine"/>.</summary>
    public EngineInfo? Engine { get; init; }

    /// <summary>How the engine was found, with <see cref="JournalKind.Engine"/>.</summary>
    public EngineDiscovery? Discovery { get; init; }

    /// <summary>With <see cref="JournalKind.Image"/>.</summary>
    public ImageEvidence? Image { get; init; }

    /// <summary>The container's id, with <see cref="JournalKind.ContainerCreated"/>.</summary>
    public string? Container { get; init; }

    /// <summary>The container's name, with <see cref="JournalKind.ContainerCreated"/>.</summary>
    public string? ContainerName { get; init; }

    /// <summary>With <see cref="JournalKind.Limits"/>.</summary>
    public IReadOnlyList<LimitEnforcement>? Limits { get; init; }

    /// <summary>With <see cref="JournalKind.Kill"/>.</summary>
    public KillEntry? Kill { get; init; }

    /// <summary>With <see cref="JournalKind.Event"/>.</summary>
    public EngineEvent? Event { get; init; }

    /// <summary>With <see cref="JournalKind.Sample"/>.</summary>
    public CgroupCounters? Sample { get; init; }

    /// <summary>With <see cref="JournalKind.StepEnded"/>.</summary>
    public StepResult? Result { get; init; }

    /// <summary>With <see cref="JournalKind.StepEnded"/>.</summary>
    public StepSurroundings? Around { get; init; }

    /// <summary>With <see cref="JournalKind.Space"/>.</summary>
    public StepSpace? Space { get; init; }

    /// <summary>With <see cref="JournalKind.Suite"/>.</summary>
    public SuiteEvidence? Suite { get; init; }

    /// <summary>With <see cref="JournalKind.Fault"/>.</summary>
    public Fault? Fault { get; init; }

    /// <summary>With <see cref="JournalKind.AttemptEnded"/>.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>With <see cref="JournalKind.FinalState"/>; null when the engine no longer knew the container.</summary>
    public ContainerState? State { get; init; }

    /// <summary>With <see cref="JournalKind.Note"/>.</summary>
    public string? Text { get; init; }
}
