namespace Harness.Engines;

/// <summary>How an exec ended, as far as the engine can say.</summary>
/// <param name="ExitCode">Its exit code; null when the engine cannot say any more.</param>
/// <param name="StreamClosed">Whether both output streams reached their end; false when the connection broke.</param>
/// <param name="NotStarted">The engine's words when the program could not be started at all; else null.</param>
public sealed record ExecExit(int? ExitCode, bool StreamClosed, string? NotStarted = null);
