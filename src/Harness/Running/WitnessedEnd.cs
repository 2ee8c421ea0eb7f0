using Harness.Engines.Sandboxes;

namespace Harness.Running;

/// <summary>What a record may state as a fact of how a step ended.</summary>
internal static class WitnessedEnd
{
    /// <summary>
    /// The end without a signal that only the exit code speaks of: a program that returns 137 and one that SIGKILL ended look
    /// alike. Codes of crashes stay as they are; hardly a program returns these itself.
    /// </summary>
    public static Termination Of(Termination end) => end is { Reason: TerminationReason.Signalled, By: TerminatedBy.Unknown, Signal: 1 or 2 or 9 or 15 }
        ? new(TerminationReason.Exited, end.ExitCode)
        : end;
}
