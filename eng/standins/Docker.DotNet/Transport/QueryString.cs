#nullable enable
using System.Globalization;
using System.Text;
using System.Text.Json;
using Docker.DotNet.Json;

namespace Docker.DotNet.Transport;

/// <summary>The part after the question mark; what is null is left out, so that the engine's own defaults hold.</summary>
internal sealed class QueryString
{
    private readonly StringBuilder _text = new();

    public QueryString Add(string name, string? value)
    {
        if (value is not null)
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

        return this;
    }

    public QueryString Add(string name, bool? value) => Add(name, value is { } set ? (set ? "1" : "0") : null);

    public QueryString Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            Add(name, value);

        return this;
    }

    public QueryString Add(string name, IDictionary<string, IDictionary<string, bool>>? filters) =>
        Add(name, filters is null ? null : JsonSerializer.Serialize(filters, EngineJson.Default.Filters));

    public override string ToString() => _text.ToString();
}
