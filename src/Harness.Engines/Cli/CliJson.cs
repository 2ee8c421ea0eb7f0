using System.Globalization;
using System.Text.Json;

namespace Harness.Engines.Cli;

/// <summary>Reads what command lines answer. What is absent, or of another type than expected, is null.</summary>
internal static class CliJson
{
    /// <summary>Parses an answer.</summary>
    /// <exception cref="EngineException">It is no JSON.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new EngineException(EngineFault.RequestFailed, $"The engine's command answered with no JSON: {text.Trim()}", e);
        }
    }

    /// <summary>The objects of an array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The properties of an object.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>What is found along a path of names; undefined when it ends before.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }

    /// <summary>Text that is not empty.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number.</summary>
    public static long? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) ? number : null;

    /// <summary>A truth value.</summary>
    public static bool? Flag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A time; engines write the year 1 for "never".</summary>
    public static DateTimeOffset? Time(this JsonElement element) =>
        DateTimeOffset.TryParse(element.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;
}
