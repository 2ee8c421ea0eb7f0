namespace Harness.Engines.Sandboxes;

/// <summary>How a process or container ended.</summary>
public enum TerminationReason
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>By a signal.</summary>
    Signalled,

    /// <summary>By an OOM kill, witnessed by event or counter.</summary>
    Memory,

    /// <summary>Ended by the sandbox at its deadline.</summary>
    Timeout,

    /// <summary>Ended by the sandbox because it printed too much.</summary>
    Output,

    /// <summary>Its end was not seen: container, engine or connection went away.</summary>
    Lost,

    /// <summary>Ended because the caller cancelled.</summary>
    Interrupted,

    /// <summary>It never ran.</summary>
    NotStarted,
}
