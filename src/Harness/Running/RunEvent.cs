using Harness.Evidence;

namespace Harness.Running;

/// <summary>Something happened in a run: for live progress and for the stream of <c>--json</c>. Secrets are replaced.</summary>
public sealed record RunEvent
{
    /// <summary>What.</summary>
    public required RunEventKind Kind { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The suite.</summary>
    public string? Suite { get; init; }

    /// <summary>The run, one-based.</summary>
    public int? Run { get; init; }

    /// <summary>The attempt, one-based.</summary>
    public int? Attempt { get; init; }

    /// <summary>The step.</summary>
    public string? Step { get; init; }

    /// <summary>How it ended, with the kinds that end something.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What the suite, or at last all of them, came to.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Name of the first cause, when a suite ended that has one.</summary>
    public string? Cause { get; init; }

    /// <summary>How long it took, with the kinds that end something.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>A line of text; of output, several.</summary>
    public string? Text { get; init; }

    /// <summary>With output: <c>stdout</c> or <c>stderr</c>.</summary>
    public string? Stream { get; init; }

    /// <summary>With resources: memory in use, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>With resources: the limit, in bytes.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>When all ended: absolute path of the artifacts folder.</summary>
    public string? Artifacts { get; init; }

    /// <summary>With output that comes faster than it is told: bytes left out right before the text.</summary>
    public long? SkippedBytes { get; init; }
}
