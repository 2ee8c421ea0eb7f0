using Harness.Suites.Wording;

namespace Harness.Suites.Yaml;

/// <summary>Collects the entries of a mapping and refuses keys that cannot be meant.</summary>
internal sealed class YamlEntries(List<YamlFault> faults)
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, YamlScalar> _keys = new(StringComparer.Ordinal);

    /// <summary>The good ones, in order.</summary>
    public IReadOnlyList<YamlEntry> All => _entries;

    /// <summary>Takes a key and its value; a null stands for something that has its fault already.</summary>
    public void Add(YamlNode? key, YamlNode? value)
    {
        switch (key)
        {
            case null:
                break;
            case not YamlScalar:
                Refuse(
                    key,
                    "A list or mapping stands where a key is expected.",
                    "Write the key as text; a value that begins with { or [ needs quotes.");
                break;
            case YamlScalar { Kind: ScalarKind.Null }:
                Refuse(key, "A key is missing before the ':'.", "Write KEY: VALUE.");
                break;
            case YamlScalar { Value: "<<", Kind: ScalarKind.Text }:
                Refuse(
                    key,
                    "Merge keys ('<<') are not supported; YAML 1.2 has none.",
                    "Write the keys out; aliases of whole values (*name) work.");
                break;
            case YamlScalar scalar when !_keys.TryAdd(scalar.Value, scalar):
                Refuse(
                    key,
                    $"The key {DisplayText.Quote(scalar.Value)} is there twice; the first is in line {_keys[scalar.Value].Line}.",
                    "Remove one of the two.");
                break;
            case YamlScalar scalar when value is not null:
                _entries.Add(new(scalar, value));
                break;
        }
    }

    private void Refuse(YamlNode key, string message, string remedy) => faults.Add(new(key.Line, key.Column, message, remedy));
}
