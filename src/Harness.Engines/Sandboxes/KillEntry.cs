namespace Harness.Engines.Sandboxes;

/// <summary>One line of the kill ledger, written before the signal is sent.</summary>
/// <param name="At">When the decision was made.</param>
/// <param name="Target">What is killed: a step's name, or <c>container</c>.</param>
/// <param name="Signal">The signal's number.</param>
/// <param name="Reason">Why.</param>
public sealed record KillEntry(DateTimeOffset At, string Target, int Signal, KillReason Reason);
