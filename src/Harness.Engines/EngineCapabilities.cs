namespace Harness.Engines;

/// <summary>What an engine witnesses of the end of a command, and how fast. Where it does not, the other witnesses decide alone.</summary>
public sealed record EngineCapabilities
{
    /// <summary>Everything, as Docker does.</summary>
    public static EngineCapabilities All { get; } = new() { OomEvents = true, ExecEvents = true, KillSignals = true };

    /// <summary>Whether an OOM kill is an event.</summary>
    public bool OomEvents { get; init; }

    /// <summary>Whether the events of an exec carry its id, so that its end can be told from another's.</summary>
    public bool ExecEvents { get; init; }

    /// <summary>Whether a <c>kill</c> event carries the signal; otherwise the exit code of what it ended has to tell.</summary>
    public bool KillSignals { get; init; }

    /// <summary>How long it may take to send a signal by a process of its own, and to hear of what it ended.</summary>
    public TimeSpan SignalTime { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>How late an event may come; <c>die</c> was measured 200 ms late on Docker.</summary>
    public TimeSpan EventDelay { get; init; } = TimeSpan.FromMilliseconds(250);
}
