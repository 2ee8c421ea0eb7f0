namespace Harness.Suites.Yaml;

/// <summary>A single value, as written.</summary>
internal sealed record YamlScalar(string Value, ScalarKind Kind, int Line, int Column) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override int Weight => 1;
}
