using System.Text.Json;
using Harness.Engines.Podman;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Podman's events over its command line, under the names that Docker gave them.</summary>
internal sealed class PodmanCliEvents(EngineCli cli) : CliEvents(cli)
{
    protected override ProgramCall Ping => new("version", "--format", "json");

    // Podman reads everything that it, or the machine's journal, kept since then.
    protected override string[] Command => ["events", "--stream=true", "--format", "json", "--since", "1m"];

    /// <summary>The beginnings and ends of execs in a container since a time, oldest first.</summary>
    public async Task<IReadOnlyList<EngineEvent>> ExecsAsync(string containerId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var said = await Cli.AskAsync(
            new(
                "events", "--stream=false", "--format", "json", "--since", since.ToString("O"),
                "--filter", $"container={containerId}", "--filter", "event=exec", "--filter", "event=exec_died"),
            EngineFault.EngineLost,
            cancellationToken);
        return [.. said.Split('\n').Select(Parse).OfType<EngineEvent>()];
    }

    protected override EngineEvent? Parse(string line) => ParseLine(line);

    /// <summary>The event of a line; null when it is none about a container.</summary>
    internal static EngineEvent? ParseLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Event(json.RootElement);
        }
        catch (JsonException)
        {
            return null; // Cut off when the command was; Podman repeats it.
        }
    }

    private static EngineEvent? Event(JsonElement root)
    {
        if (root.At("Type").Text() is not "container" || root.At("ID").Text() is not { } id || root.At("Time").Time() is not { } at)
            return null;
        var action = PodmanEvents.Rename(root.At("Status").Text() ?? "");
        // Where the code is 0 it is left out.
        int? code = action is "die" or "exec_die" ? (int)(root.At("ContainerExitCode").Number() ?? 0) : null;
        return new EngineEvent(at, action, id, code, Signal(root), root.At("Attributes", "execID").Text());
    }

    private static int? Signal(JsonElement root) =>
        int.TryParse(root.At("Attributes", "signal").Text(), out var signal) ? signal : null;
}
