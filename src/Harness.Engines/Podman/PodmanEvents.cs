using System.Globalization;
using Harness.Engines.Docker;

namespace Harness.Engines.Podman;

/// <summary>Podman's events, under the names that Docker gave them.</summary>
internal static class PodmanEvents
{
    // Podman reads everything that it, or the machine's journal, kept since then.
    private static readonly TimeSpan Past = TimeSpan.FromMinutes(1);

    /// <summary>What they tell. Later versions tell more, and are not relied on for it.</summary>
    public static EngineCapabilities Capabilities { get; } = new()
    {
        OomEvents = false,
        ExecEvents = false,
        KillSignals = false,
        SignalTime = TimeSpan.FromSeconds(3), // An exec takes three times as long as on Docker, and longer on a busy machine.
        EventDelay = TimeSpan.FromMilliseconds(600), // Where they are kept in a file, it is looked at four times a second.
    };

    /// <summary>From when on an engine that is connected to now repeats its events, in seconds since 1970.</summary>
    /// <param name="engineTime">The engine's own clock.</param>
    public static long Since(string? engineTime) =>
        DateTimeOffset.TryParse(engineTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? (now - Past).ToUnixTimeSeconds()
            : 1;

    /// <summary>The event; null when the line is none about a container.</summary>
    public static EngineEvent? Parse(string line)
    {
        if (EventLine.Read(line) is not { } read)
            return null;
        var action = Rename(read.Action);
        // Every event has a containerExitCode; it means something in two of them.
        var code = action is "die" or "exec_die" ? read.Number("exitCode") ?? read.Number("containerExitCode") : null;
        return new EngineEvent(read.At, action, read.ContainerId, code, read.Number("signal"), read.Text("execID"));
    }

    /// <summary>Docker's name for an action.</summary>
    public static string Rename(string action) => action switch
    {
        "died" => "die",
        "exec" => "exec_start",
        "exec_died" => "exec_die",
        "remove" => "destroy",
        // Where Docker reports a stop besides the signals that it consists of, Podman reports nothing else.
        "stop" => "kill",
        _ => action,
    };
}
