using System.Globalization;
using System.Text.Json;

namespace Harness.Engines.Docker;

/// <summary>One line of the event stream that is about a container, taken apart.</summary>
internal sealed class EventLine
{
    private const long NanosecondsPerTick = 100;
    private readonly JsonElement _attributes;

    private EventLine(JsonElement root, string containerId, JsonElement attributes)
    {
        (ContainerId, _attributes) = (containerId, attributes);
        At = root.TryGetProperty("timeNano", out var nano) ? DateTimeOffset.UnixEpoch.AddTicks(nano.GetInt64() / NanosecondsPerTick)
            : root.TryGetProperty("time", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64())
            : DateTimeOffset.UnixEpoch;
        // "exec_start: sh -c …"
        var action = Text(root, "Action") ?? Text(root, "status") ?? "";
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        (Action, CommandLine) = colon > 0 ? (action[..colon], action[(colon + 1)..].Trim()) : (action, null);
    }

    public DateTimeOffset At { get; }

    public string Action { get; }

    /// <summary>With <c>exec_create</c> and <c>exec_start</c>: program and arguments. They may hold what nobody should read.</summary>
    public string? CommandLine { get; }

    public string ContainerId { get; }

    /// <summary>
    /// Reads a line; null when it is about something else than a container, or was cut off with the connection (the engine
    /// repeats it then).
    /// </summary>
    public static EventLine? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return From(json.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string? Text(string attribute) => Text(_attributes, attribute);

    public int? Number(string attribute) =>
        int.TryParse(Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static EventLine? From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || Text(root, "Type") is not (null or "container")
            || !root.TryGetProperty("Actor", out var actor)
            || Text(actor, "ID") is not { } id)
            return null;
        return new EventLine(root, id, actor.TryGetProperty("Attributes", out var attributes) ? attributes : default);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
