using Harness.Suites.Wording;
using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>A mapping of the suite file; every key that its table does not know has been complained about.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _misspelt = new(StringComparer.Ordinal);
    private readonly KeyTable _table;

    private MapReader(Field? field, KeyTable table)
    {
        Field = field;
        _table = table;
        if (field is null)
            return;

        foreach (var (key, value) in Entries(field))
        {
            if (table.Keys.Contains(key.Value))
                _fields.Add(key.Value, Child(field, key, value));
            else if (Unknown(field, key, value, table) is { } near)
                _misspelt.Add(near);
        }
    }

    /// <summary>The mapping itself; null when the file has none.</summary>
    public Field? Field { get; }

    /// <summary>Reads a field as a mapping; an absent one has no keys.</summary>
    public static MapReader Read(Field? field, KeyTable table) => new(field, table);

    /// <summary>The keys of a field, whatever they are; none, with a complaint, when it is no mapping.</summary>
    public static IReadOnlyList<YamlEntry> Entries(Field field)
    {
        if (field.Node is YamlMapping mapping)
            return mapping.Entries;

        field.MustBe("a mapping", field.Node switch
        {
            YamlScalar { Kind: ScalarKind.Null } => "Give it keys, or remove it.",
            YamlScalar { Value: var text } when text.Contains(':') => "Put a space after each ':'.",
            _ => "Write KEY: VALUE, one to a line.",
        });
        return [];
    }

    /// <summary>The value of an entry.</summary>
    public static Field Child(Field parent, YamlScalar key, YamlNode value)
    {
        var path = parent.Path.Length == 0 ? key.Value : $"{parent.Path}.{key.Value}";
        var keyPosition = parent.Context.At(key);
        parent.Context.Positions[path] = keyPosition;
        return new(parent.Context, path, value, value is YamlScalar { Kind: ScalarKind.Null } ? keyPosition : parent.Context.At(value));
    }

    /// <summary>A value; null when the file has none.</summary>
    /// <exception cref="ArgumentException">The table does not know the key: a mistake in this program.</exception>
    public Field? Find(string key) => _table.Keys.Contains(key)
        ? _fields.GetValueOrDefault(key)
        : throw new ArgumentException($"No table of keys knows '{key}' {_table.Place}.", nameof(key));

    /// <summary>A value that must be there; not complained about where a key that is unknown was meant for it.</summary>
    public Field? Require(string key, string remedy)
    {
        var found = Find(key);
        if (found is null && !_misspelt.Contains(key) && Field is { Node: YamlMapping, Context.IsWhole: true })
            Field.Invalid(Field.Path.Length == 0 ? $"The suite has no '{key}'." : $"{Field.Name} has no '{key}'.", remedy);
        return found;
    }

    /// <summary>A mapping within this one.</summary>
    public MapReader Section(string key, KeyTable table) => new(Find(key), table);

    // Complains, and gives the key that it takes this one for.
    private static string? Unknown(Field field, YamlScalar key, YamlNode value, KeyTable table)
    {
        var context = field.Context;
        var fact = $"Unknown key {DisplayText.Quote(key.Value)} {table.Place}";
        var near = NearestWord.Find(key.Value, table.Keys);
        var elsewhere = SuiteKeys.All
            .SelectMany(other => other.Keys, (other, name) => (other.Place, Name: name))
            .Where(other => NearestWord.IsSame(key.Value, other.Name))
            .ToArray();

        var isElsewhere = elsewhere.Length == 1 && (near is null || NearestWord.Distance(near, key.Value) > 1);
        var (hint, remedy) = isElsewhere
            ? ($"; '{elsewhere[0].Name}' belongs {elsewhere[0].Place}", "Move it there, or remove it.")
            : near is not null
                ? ($"; the nearest known key is '{near}'", $"Rename it to {near}, or remove it.")
                : field.Node is YamlMapping { IsInBraces: true } && value is YamlScalar { Kind: ScalarKind.Null }
                ? ("; inside { } a comma ends the value before it", "Quote a value that contains a comma, or write the keys without { }, one to a line.")
                : ("", $"Remove it. Known {table.Place}: {DisplayText.Join(table.Keys, "and")}.");
        context.Invalid(context.At(key), $"{fact}{hint}.", remedy);
        return isElsewhere ? null : near;
    }
}
