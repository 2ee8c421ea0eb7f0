namespace Harness.Engines.Processes;

/// <summary>How a program ended that is known to say little.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="StandardOutput">All of its standard output.</param>
/// <param name="StandardError">All of its standard error.</param>
internal sealed record ProgramOutput(int ExitCode, string StandardOutput, string StandardError);
