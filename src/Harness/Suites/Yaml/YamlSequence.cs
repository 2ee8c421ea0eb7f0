namespace Harness.Suites.Yaml;

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override int Weight { get; } = 1 + Items.Sum(item => item.Weight);
}
