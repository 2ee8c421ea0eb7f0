namespace Harness.Engines.Sandboxes;

/// <summary>Why Harness sent a signal.</summary>
public enum KillReason
{
    /// <summary>A deadline passed.</summary>
    Timeout,

    /// <summary>More output than allowed.</summary>
    Output,

    /// <summary>Something was seen that the caller does not allow.</summary>
    Policy,

    /// <summary>The caller cancelled.</summary>
    Interrupt,

    /// <summary>The work is over and the sandbox is taken down.</summary>
    Cleanup,
}
