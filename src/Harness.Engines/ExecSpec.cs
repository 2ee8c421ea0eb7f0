namespace Harness.Engines;

/// <summary>A process to start in a running container.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="User"><c>uid:gid</c>.</param>
/// <param name="WorkingDirectory">Absolute path inside.</param>
/// <param name="Environment">Added to the container's.</param>
public sealed record ExecSpec(
    IReadOnlyList<string> Command,
    string User,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment);
