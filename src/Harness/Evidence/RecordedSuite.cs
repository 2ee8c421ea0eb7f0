namespace Harness.Evidence;

/// <summary>A suite as its journal tells it.</summary>
public sealed record RecordedSuite
{
    /// <summary>The suite.</summary>
    public required SuiteEvidence About { get; init; }

    /// <summary>When the journal begins.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last line was written.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>What kept it from starting; null when its image was there.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Whether it was interrupted before its image was there.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The engine; null when none was found.</summary>
    public EngineEvidence? Engine { get; init; }

    /// <summary>The image; null when it was not there.</summary>
    public ImageEvidence? Image { get; init; }

    /// <summary>The attempts, by run and number.</summary>
    public IReadOnlyList<RecordedAttempt> Attempts { get; init; } = [];
}
