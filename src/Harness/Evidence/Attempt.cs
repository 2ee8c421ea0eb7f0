using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;

namespace Harness.Evidence;

/// <summary>One fresh container and what was done in it.</summary>
public sealed record Attempt
{
    /// <summary>One-based.</summary>
    public required int Index { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>How the deciding step, or the container, ended.</summary>
    public Termination? Termination { get; init; }

    /// <summary>The container's id; null when none was created.</summary>
    public string? Container { get; init; }

    /// <summary>How far each limit held.</summary>
    public IReadOnlyList<LimitEnforcement> Limits { get; init => field = value ?? []; } = [];

    /// <summary>The container, where it was left for somebody to look into.</summary>
    public KeptContainer? Kept { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init => field = value ?? []; }

    /// <summary>Resources of the whole container.</summary>
    public ResourceUse? Resources { get; init; }

    /// <summary>Why it did not pass, most likely first.</summary>
    public IReadOnlyList<Cause> Causes { get; init => field = value ?? []; } = [];
}
