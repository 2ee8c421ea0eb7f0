namespace Harness.Engines.Sandboxes;

/// <summary>How something ended, from recorded facts only.</summary>
/// <param name="Reason">How.</param>
/// <param name="ExitCode">The exit code, where one was read.</param>
/// <param name="Signal">The signal's number, where it is known or the code is 128 + n of a signal.</param>
/// <param name="By">Who, where it did not end by itself.</param>
public sealed record Termination(TerminationReason Reason, int? ExitCode = null, int? Signal = null, TerminatedBy? By = null);
