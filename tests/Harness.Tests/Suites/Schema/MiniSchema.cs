using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Harness.Tests.Suites.Schema;

/// <summary>As much of JSON Schema (2020-12) as the suite's schema uses. A keyword that it does not know is an exception, not a pass.</summary>
internal sealed class MiniSchema(JsonObject root)
{
    /// <summary>Where a value breaks the schema, and by which keyword; empty when it does not.</summary>
    public IReadOnlyList<string> Check(JsonNode? value) => [.. Check(root, value, "")];

    /// <summary>A schema with its reference, if any, followed and merged in.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is not { } reference)
            return schema;

        var merged = Resolve(root["$defs"]![reference["#/$defs/".Length..]]!.AsObject()).DeepClone().AsObject();
        foreach (var (keyword, value) in schema.Where(pair => pair.Key != "$ref"))
            merged[keyword] = value?.DeepClone();
        return merged;
    }

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path) =>
        schema.SelectMany(keyword => Check(schema, keyword.Key, keyword.Value!, value, path));

    private IEnumerable<string> Check(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path)
    {
        return keyword switch
        {
            "$schema" or "$defs" or "title" or "description" or "default" or "examples" => [],
            "$ref" => Check(root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path),
            "properties" => Children(value).Where(child => rule[child.Key] is not null)
                .SelectMany(child => Check(rule[child.Key]!.AsObject(), child.Value, $"{path}/{child.Key}")),
            "additionalProperties" => Children(value).Where(child => schema["properties"]?[child.Key] is null)
                .SelectMany(child => rule is JsonObject schemaOfOthers ? Check(schemaOfOthers, child.Value, $"{path}/{child.Key}") : [$"{path}/{child.Key}: {keyword}"]),
            "propertyNames" => Children(value).SelectMany(child => Check(rule.AsObject(), child.Key, $"{path}/{child.Key}")),
            "items" => value is JsonArray array ? array.SelectMany((item, i) => Check(rule.AsObject(), item, $"{path}/{i}")) : [],
            "required" => value is JsonObject given ? Fail(rule.AsArray().All(key => given.ContainsKey(key!.GetValue<string>()))) : [],
            "anyOf" => Fail(rule.AsArray().Any(option => !Check(option!.AsObject(), value, path).Any())),
            "not" => Fail(Check(rule.AsObject(), value, path).Any()),
            "type" => Fail((rule is JsonArray types ? types.ToArray() : [rule]).Any(type => IsOfType(value, type!.GetValue<string>()))),
            "enum" => Fail(rule.AsArray().Any(option => JsonNode.DeepEquals(option, value))),
            "const" => Fail(JsonNode.DeepEquals(rule, value)),
            "minItems" => Fail(value is not JsonArray items || items.Count >= rule.GetValue<int>()),
            "minLength" => Fail(Text(value) is not { } text || text.Length >= rule.GetValue<int>()),
            "maxLength" => Fail(Text(value) is not { } text || text.Length <= rule.GetValue<int>()),
            "pattern" => Fail(Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript)),
            "minimum" => Fail(Number(value) is not { } number || number >= rule.GetValue<double>()),
            "maximum" => Fail(Number(value) is not { } number || number <= rule.GetValue<double>()),
            _ => throw new NotSupportedException($"This validator does not know the keyword '{keyword}'."),
        };

        IEnumerable<string> Fail(bool good) => good ? [] : [$"{path}: {keyword}"];
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Children(JsonNode? value) => value as JsonObject ?? [];

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    private static bool IsOfType(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Floor(number),
        _ => throw new NotSupportedException($"This validator does not know the type '{type}'."),
    };
}
