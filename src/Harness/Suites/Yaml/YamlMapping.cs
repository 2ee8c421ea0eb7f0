namespace Harness.Suites.Yaml;

/// <summary>Keys with values, in the order of the file; every key is there once.</summary>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>Whether it is written in braces.</summary>
    public bool IsInBraces { get; init; }

    /// <inheritdoc/>
    public override int Weight { get; } = 1 + Entries.Sum(entry => entry.Value.Weight);
}
