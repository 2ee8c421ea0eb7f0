namespace Harness.Engines;

/// <summary>What the engine says of a container when asked.</summary>
/// <param name="Status"><c>created running paused restarting removing exited dead</c>.</param>
/// <param name="Running">Whether the main process lives.</param>
/// <param name="ExitCode">The main process's exit code; null while it runs.</param>
/// <param name="OomKilled">The engine's flag: an OOM kill happened in this container's cgroup at some time. No proof of what ended it.</param>
/// <param name="Error">Why the container did not start, if it did not.</param>
/// <param name="StartedAt">When the main process started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Pid">Its process id on the engine's machine; null when not running.</param>
public sealed record ContainerState(
    string Status,
    bool Running,
    int? ExitCode,
    bool? OomKilled,
    string? Error,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int? Pid);
