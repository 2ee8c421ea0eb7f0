using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>Harness's own record of the signals it sent.</summary>
internal static class OwnKill
{
    /// <summary>The first signal that was sent to a step, or to the container under it, for a reason; null when none was.</summary>
    public static string? Of(AttemptEvidence evidence, StepEvidence step, KillReason reason) =>
        evidence.Kills.FirstOrDefault(kill => kill.Reason == reason && (kill.Target == step.Result.Name || kill.Target == "container")) is { } kill
            ? $"Harness sent {SignalNames.Of(kill.Signal)} to {kill.Target} at {kill.At.UtcDateTime:HH:mm:ss.fff} ({reason.ToString().ToLowerInvariant()})"
            : null;

    /// <summary>The same as evidence of a cause; a missing entry is said to be missing, and makes it less sure.</summary>
    public static Cause ByOwnKill(this Cause cause, Case @case, KillReason reason) => Of(@case.Evidence, @case.Step, reason) is { } kill
        ? cause.Because("kill-ledger", kill)
        : (cause with { Confidence = Math.Min(cause.Confidence, Confidence.Witnessed) }).Because("kill-ledger", $"{@case.Name} was stopped; the entry is missing");
}
