namespace Harness.Suites.Starting;

/// <summary>
/// As much of TOML (https://toml.io/en/v1.0.0) as <c>pyproject.toml</c> and the lock files need: tables, arrays of tables, and the
/// texts and lists of texts in them. Other values are skipped over, whatever they hold.
/// </summary>
internal sealed class TomlTables
{
    private readonly Dictionary<string, Dictionary<string, TomlValue>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Dictionary<string, TomlValue>>> _arrays = new(StringComparer.Ordinal);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="TomlException">It is not TOML.</exception>
    public static TomlTables Parse(string file, string text)
    {
        var tables = new TomlTables();
        var scanner = new TomlScanner(file, text);
        var current = tables.Table("");
        while (scanner.Next())
        {
            if (scanner.TryHeader(out var name, out var isArray))
                current = isArray ? tables.NewItem(name) : tables.Table(name);
            else
                current[scanner.Key()] = scanner.Value();
        }

        return tables;
    }

    /// <summary>The names in a table, as they come; empty when there is no such table.</summary>
    public IReadOnlyCollection<string> Keys(string table) => _tables.GetValueOrDefault(table)?.Keys.ToList() ?? [];

    /// <summary>The tables within a table that have headers of their own, by the rest of their names.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, TomlValue>>> Below(string table) =>
        _tables.Where(pair => pair.Key.StartsWith(table + ".", StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key[(table.Length + 1)..], (IReadOnlyDictionary<string, TomlValue>)pair.Value));

    /// <summary>A value of any kind; null when there is none of that name.</summary>
    public TomlValue? Value(string table, string key) => _tables.GetValueOrDefault(table)?.GetValueOrDefault(key);

    /// <summary>A list of texts; empty when there is none of that name.</summary>
    public IReadOnlyList<string> Strings(string table, string key) =>
        _tables.GetValueOrDefault(table)?.GetValueOrDefault(key)?.Texts ?? [];

    /// <summary>A text; null when there is none of that name.</summary>
    public string? Text(string table, string key) => _tables.GetValueOrDefault(table)?.GetValueOrDefault(key)?.Text;

    /// <summary>The items of an array of tables, with their texts and what else they hold as it is written.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Items(string array) =>
        (_arrays.GetValueOrDefault(array) ?? []).Select(item => item.ToDictionary(pair => pair.Key, pair => pair.Value.Text));

    private Dictionary<string, TomlValue> Table(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
            _tables[name] = table = new(StringComparer.Ordinal);
        return table;
    }

    private Dictionary<string, TomlValue> NewItem(string name)
    {
        if (!_arrays.TryGetValue(name, out var items))
            _arrays[name] = items = [];
        items.Add(new(StringComparer.Ordinal));
        return items[^1];
    }
}
