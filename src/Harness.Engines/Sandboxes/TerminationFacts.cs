namespace Harness.Engines.Sandboxes;

/// <summary>What was recorded about the end of a command; the classifier looks at nothing else.</summary>
internal sealed record TerminationFacts
{
    /// <summary>Why Harness stopped it; null when it did not.</summary>
    public KillReason? StoppedFor { get; init; }

    /// <summary>The signals Harness sent it for that, in order.</summary>
    public IReadOnlyList<int> StopSignals { get; init; } = [];

    /// <summary>Whether it could not be started at all.</summary>
    public bool NotStarted { get; init; }

    /// <summary>The exit code: the event's, else the engine's answer; null when neither is known.</summary>
    public int? ExitCode { get; init; }

    /// <summary>OOM kills that the cgroup counted meanwhile; null when it could not be read to the end.</summary>
    public long? OomKills { get; init; }

    /// <summary>Whether the engine reported an OOM kill meanwhile, before any kill that was not Harness's.</summary>
    public bool OomEvent { get; init; }

    /// <summary>The signal of a <c>kill</c> event that is not Harness's.</summary>
    public int? ForeignSignal { get; init; }

    /// <summary>Whether the main process ended meanwhile, and with it everything inside.</summary>
    public bool MainEnded { get; init; }

    /// <summary>Whether the container is gone, or going.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether the engine stopped answering.</summary>
    public bool EngineLost { get; init; }
}
