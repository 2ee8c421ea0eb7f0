using YamlDotNet.RepresentationModel;

namespace Harness.Package.Tests.Action.Runner;

/// <summary>What <c>action.yml</c> says.</summary>
/// <param name="Inputs">The inputs with their defaults.</param>
/// <param name="Outputs">The outputs with the expressions of their values.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record ActionFile(
    IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<ActionStep> Steps)
{
    /// <summary>Reads the file of a folder.</summary>
    public static ActionFile Read(string folder)
    {
        using var reader = File.OpenText(Path.Combine(folder, "action.yml"));
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        return new ActionFile(
            Children(root["inputs"]).ToDictionary(input => input.Key, input => $"{input.Value["default"]}"),
            Children(root["outputs"]).ToDictionary(output => output.Key, output => $"{output.Value["value"]}"),
            [.. ((YamlSequenceNode)root["runs"]["steps"]).Select(Step)]);
    }

    private static ActionStep Step(YamlNode step) => new(
        $"{step["id"]}",
        $"{step["shell"]}",
        $"{step["run"]}",
        Children(step["env"]).ToDictionary(variable => variable.Key, variable => $"{variable.Value}"));

    private static IEnumerable<KeyValuePair<string, YamlNode>> Children(YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(child => KeyValuePair.Create($"{child.Key}", child.Value));
}
