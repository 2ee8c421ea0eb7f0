namespace Harness.Suites.Starting;

/// <summary>A value of a TOML file.</summary>
/// <param name="Text">The text, or what is written there for any other value.</param>
/// <param name="Texts">The texts right in a list; empty for any other value.</param>
internal sealed record TomlValue(string Text, IReadOnlyList<string> Texts)
{
    /// <summary>What a table within a line holds; null of any other value.</summary>
    public IReadOnlyDictionary<string, TomlValue>? Entries { get; init; }
}
