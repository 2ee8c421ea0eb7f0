namespace Harness.Suites.Yaml;

/// <summary>Puts a caller's values in the place of those of the file.</summary>
internal static class YamlOverlay
{
    /// <summary>The mapping with the values of these keys replaced, where the file has them, or added. Other nodes stay as they are.</summary>
    public static YamlNode Apply(YamlNode root, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0 || root is not YamlMapping mapping)
            return root;

        var kept = mapping.Entries.Where(entry => !values.ContainsKey(entry.Key.Value));
        var own = values.Select(value =>
        {
            var key = mapping.Entries.FirstOrDefault(entry => entry.Key.Value == value.Key)?.Key
                ?? new YamlScalar(value.Key, ScalarKind.Text, mapping.Line, mapping.Column);
            return new YamlEntry(key, new YamlScalar(value.Value, CoreSchema.KindOf(value.Value), key.Line, key.Column));
        });
        return new YamlMapping([.. kept, .. own], mapping.Line, mapping.Column);
    }
}
