using Harness.Engines.Docker;

namespace Harness.Engines.Podman;

/// <summary>How an exec ended on Podman.</summary>
internal static class PodmanExecs
{
    private const string Prefix = "Error: ";

    // How Podman ends the sentence when its runtime could not start a program.
    private static readonly string[] Endings =
    [
        "OCI runtime attempted to invoke a command that was not found",
        "OCI permission denied",
        "OCI runtime error",
    ];

    /// <summary>
    /// How it ended. An exec that ended has no process id, whether it ever had one or not, so its own words decide: the runtime's
    /// complaint comes first on standard error, and nothing on standard output.
    /// </summary>
    public static ExecExit Judge(ExecEnd end) => end.Answer switch
    {
        null => new ExecExit(null, end.StreamClosed),
        { ExitCode: not 0 } when Complaint(end.Words) is { } complaint => new ExecExit(null, end.StreamClosed, complaint),
        var ended => new ExecExit((int)ended.ExitCode, end.StreamClosed),
    };

    private static string? Complaint(FirstWords words)
    {
        var first = words is { Output: null, Error: { } error } ? error.Split('\n')[0].TrimEnd() : "";
        return first.StartsWith(Prefix, StringComparison.Ordinal) && Endings.Any(ending => first.EndsWith(ending, StringComparison.Ordinal))
            ? first[Prefix.Length..]
            : null;
    }
}
