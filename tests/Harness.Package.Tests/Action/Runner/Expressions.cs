using System.Text.RegularExpressions;

namespace Harness.Package.Tests.Action.Runner;

/// <summary>The few expressions that an action of scripts needs; any other one is an error.</summary>
internal static partial class Expressions
{
    /// <summary>Replaces <c>${{ inputs.NAME }}</c> and <c>${{ steps.ID.outputs.NAME }}</c> by the values of these names; missing ones are empty.</summary>
    public static string Expand(string text, IReadOnlyDictionary<string, string> values) => Expression().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        if (!Name().IsMatch(name))
            throw new NotSupportedException($"The expression '{name}' is not known here.");
        return values.GetValueOrDefault(name, "");
    });

    [GeneratedRegex(@"\$\{\{\s*(?<name>.*?)\s*\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(inputs\.[a-z-]+|steps\.[a-z-]+\.outputs\.[a-z-]+)$")]
    private static partial Regex Name();
}
