using System.Globalization;
using System.Text.Json;

namespace Harness.Engines.Docker;

/// <summary>Reads one line of the event stream.</summary>
internal static class DockerEventParser
{
    private const long NanosecondsPerTick = 100;

    /// <summary>
    /// The event; null when the line is about something else than a container, or was cut off with the connection (the engine
    /// repeats it then).
    /// </summary>
    public static EngineEvent? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Parse(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EngineEvent? Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (Text(root, "Type") is not (null or "container")
            || !root.TryGetProperty("Actor", out var actor)
            || Text(actor, "ID") is not { } id)
            return null;

        var attributes = actor.TryGetProperty("Attributes", out var found) ? found : default;
        return new EngineEvent(
            Time(root),
            Action(Text(root, "Action") ?? Text(root, "status") ?? ""),
            id,
            Number(attributes, "exitCode"),
            Number(attributes, "signal"),
            Text(attributes, "execID"));
    }

    // "exec_start: sh -c …" carries the command line, which may hold what nobody should read.
    private static string Action(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? text[..colon] : text;

    private static DateTimeOffset Time(JsonElement root) =>
        root.TryGetProperty("timeNano", out var nano) ? DateTimeOffset.UnixEpoch.AddTicks(nano.GetInt64() / NanosecondsPerTick)
        : root.TryGetProperty("time", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64())
        : DateTimeOffset.UnixEpoch;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? Number(JsonElement element, string name) =>
        int.TryParse(Text(element, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
