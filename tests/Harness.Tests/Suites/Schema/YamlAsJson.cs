using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Suites.Yaml;

namespace Harness.Tests.Suites.Schema;

/// <summary>What an editor sees of a YAML file when it applies a JSON Schema.</summary>
internal static class YamlAsJson
{
    public static JsonNode? Convert(YamlNode? node) => node switch
    {
        null or YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => bool.Parse(scalar.Value),
        YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Fraction } scalar => double.Parse(scalar.Value, CultureInfo.InvariantCulture),
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Convert)]),
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Convert(entry.Value)))),
        _ => throw new NotSupportedException(node.GetType().Name),
    };
}
