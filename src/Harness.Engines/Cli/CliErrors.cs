using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>Turns what a command line prints when it fails into <see cref="EngineException"/>, in the engine's own words.</summary>
internal static class CliErrors
{
    private static readonly string[] Prefixes = ["Error response from daemon: ", "Error: "];

    // What is said beside the error: logs, warnings, and docker's second complaint about the same.
    private static readonly string[] Beside = ["time=\"", "WARNING: ", "WARN[", "Error: failed to start containers: "];

    private static readonly string[] Refused = ["permission denied while trying to connect"];

    private static readonly string[] Lost =
    [
        "Cannot connect to the Docker daemon", "error during connect", "unexpected EOF", "connection reset by peer",
        "Cannot connect to Podman", "unable to connect to Podman",
    ];

    /// <summary>The named failure.</summary>
    /// <param name="standardError">What the command printed.</param>
    /// <param name="refused">The fault of a failure that has no name by its text.</param>
    public static EngineException From(string standardError, EngineFault refused)
    {
        var words = Words(standardError);
        var fault = Says(Refused) ? EngineFault.EnginePermission
            : Says(Lost) ? EngineFault.EngineLost
            : DockerErrors.Named(words) ?? refused;
        return new EngineException(fault, words.Length == 0 ? "The engine's command failed without a word." : words);

        bool Says(string[] texts) => texts.Any(text => standardError.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text is the command line's own complaint, rather than some program's.</summary>
    public static bool IsComplaint(string text) =>
        Prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal))
        || Refused.Concat(Lost).Any(known => text.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a failure says that the container has ended, so that there is nothing to signal.</summary>
    public static bool IsEnded(EngineException error) =>
        error.Message.Contains("is not running", StringComparison.Ordinal)
        || error.Message.Contains("container state improper", StringComparison.Ordinal);

    /// <summary>The error itself, without what is printed around it.</summary>
    public static string Words(string standardError)
    {
        string[] lines =
        [
            .. standardError.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !Beside.Any(text => line.StartsWith(text, StringComparison.Ordinal))),
        ];
        var (first, prefix) = lines.Select((line, index) => (index, Prefixes.FirstOrDefault(text => line.StartsWith(text, StringComparison.Ordinal))))
            .LastOrDefault(found => found.Item2 is not null, (0, ""));
        return lines.Length == 0 ? "" : string.Join(' ', lines[first..])[prefix!.Length..];
    }
}
