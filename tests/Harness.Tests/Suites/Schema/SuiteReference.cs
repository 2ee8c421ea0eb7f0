using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Tests.Suites.Schema;

/// <summary>Turns the schema into the page that describes every key to a reader.</summary>
internal sealed class SuiteReference(JsonObject root)
{
    private readonly StringBuilder _page = new();

    /// <summary>The whole page.</summary>
    public string Write()
    {
        _page.Append(Introduction);
        Table("", root);
        return _page.ToString();
    }

    private const string Introduction = """
        <!-- Made from eng/schema/smoke.schema.json: HARNESS_UPDATE_SNAPSHOTS=1 dotnet test tests/Harness.Tests -->

        # The suite file

        YAML, or JSON, which is YAML too; `smoke.yml` by default. `harness init --schema` prints a JSON Schema of it. Saved as
        `smoke.schema.json`, it lets editors complete and explain every key of a suite with this line at the top:

        ```yaml
        # yaml-language-server: $schema=PATH/TO/smoke.schema.json
        ```

        A key that is not listed here, a value of the wrong type and an impossible value are errors with file, line, column and the
        nearest known key. Paths are relative to the suite file and stay below its folder (`--allow-outside` lifts that).
        Precedence: command line or MSBuild property, then environment (`HARNESS_…`), then this file, then the default.

        A **size** is a number with a unit: `KiB`, `MiB`, `GiB`, `TiB` and `k`, `m`, `g`, `t` are powers of 1024; `KB`, `MB`, `GB`, `TB`
        powers of 1000. A **duration** is numbers with units `d`, `h`, `m`, `s`, `ms`, in that order: `90s`, `1h30m`.

        """;

    private void Table(string path, JsonObject schema)
    {
        var properties = schema["properties"]!.AsObject();
        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        _page.Append(path.Length == 0 ? "\n## The suite\n\n" : $"\n## `{path}`\n\n{Sentence(schema)}\n\n");
        _page.Append("| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var (name, node) in properties)
            Row(name, Resolve(node!.AsObject()), required.Contains(name));
        foreach (var (name, node) in properties)
        {
            var inner = Resolve(node!.AsObject());
            var prefix = path.Length == 0 ? name : $"{path}.{name}";
            if (inner["properties"] is not null)
                Table(prefix, inner);
            else if (inner["items"] is JsonObject items && Resolve(items)["properties"] is not null)
                Table($"{prefix}[]", Resolve(items));
        }
    }

    private void Row(string name, JsonObject schema, bool required) => _page.Append(
        $"| `{name}` | {Value(schema)} | {(required ? "**required**" : Default(schema))} | {Cell(Sentence(schema))} |\n");

    private string Value(JsonObject schema)
    {
        if (schema["const"] is { } only)
            return $"`{only.ToJsonString()}`";
        if (schema["enum"] is JsonArray words)
            return string.Join(", ", words.Select(word => $"`{word}`"));
        if (schema["anyOf"] is JsonArray choices)
            return string.Join(" or ", choices.Select(choice => Value(Resolve(choice!.AsObject()))));
        if (schema["properties"] is not null || schema["additionalProperties"] is not null)
            return "mapping";
        if (schema["items"] is JsonObject items)
            return Resolve(items)["type"] is JsonArray several ? $"list of values ({string.Join(", ", several.Select(Type))})" : "list of " + Value(Resolve(items));
        if (schema["kind"] is { } kind)
            return kind.GetValue<string>();
        return schema["type"] is JsonArray types ? string.Join(" or ", types.Select(Type)) : Type(schema["type"]);
    }

    private static string Type(JsonNode? type) => type!.GetValue<string>() switch
    {
        "string" => "text",
        "boolean" => "`true`, `false`",
        "integer" => "whole number",
        { } other => other,
    };

    private static string Default(JsonObject schema) => schema["default"] switch
    {
        null => "",
        JsonArray { Count: 0 } => "none",
        JsonValue value when value.TryGetValue<string>(out var text) => $"`{text}`",
        { } other => $"`{other.ToJsonString()}`",
    };

    private static string Sentence(JsonObject schema) => schema["description"]?.GetValue<string>() ?? "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // What a key says of itself goes before what its type says.
    private JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>().Split('/')[^1] is not { } name)
            return schema;
        var merged = root["$defs"]![name]!.DeepClone().AsObject();
        if (name is "size" or "duration")
            merged["kind"] = name;
        foreach (var (key, value) in schema.Where(pair => pair.Key != "$ref"))
            merged[key] = value!.DeepClone();
        return merged;
    }
}
