using Harness.Engines.Sandboxes;

namespace Harness.Evidence;

/// <summary>An attempt as the journal tells it.</summary>
public sealed record RecordedAttempt
{
    /// <summary>The run, one-based.</summary>
    public required int Run { get; init; }

    /// <summary>The attempt, one-based.</summary>
    public required int Index { get; init; }

    /// <summary>When its first line was written.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last line was written.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The container's id; null when none was created.</summary>
    public string? Container { get; init; }

    /// <summary>The readings of its cgroup.</summary>
    public IReadOnlyList<CgroupCounters> Samples { get; init; } = [];

    /// <summary>What a diagnosis is made from.</summary>
    public required AttemptEvidence Evidence { get; init; }
}
