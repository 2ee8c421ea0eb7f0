namespace Harness.Engines;

/// <summary>One event of the engine's event stream about a container.</summary>
/// <param name="At">The engine's own time stamp.</param>
/// <param name="Action"><c>create start oom kill die exec_create exec_start exec_die stop destroy</c> …</param>
/// <param name="ContainerId">The container it is about.</param>
/// <param name="ExitCode">With <c>die</c> and <c>exec_die</c>.</param>
/// <param name="Signal">With <c>kill</c>: the signal's number.</param>
/// <param name="ExecId">With the <c>exec_…</c> events.</param>
public sealed record EngineEvent(
    DateTimeOffset At,
    string Action,
    string ContainerId,
    int? ExitCode = null,
    int? Signal = null,
    string? ExecId = null);
