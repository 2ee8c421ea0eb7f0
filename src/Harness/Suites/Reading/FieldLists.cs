using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>Reads lists.</summary>
internal static class FieldLists
{
    /// <summary>The items; none when it is no list.</summary>
    public static IReadOnlyList<Field> Items(this Field? field)
    {
        switch (field?.Node)
        {
            case null:
                return [];
            case YamlSequence sequence:
                return [.. sequence.Items.Select((item, index) => field.Item(item, index))];
            case YamlScalar { Kind: ScalarKind.Null }:
                field.MustBe("a list", $"Write {field.Key}: [] for none, or remove the key.");
                return [];
            case YamlScalar scalar:
                field.MustBe("a list", IsSimple(scalar.Value) ? $"Write [{scalar.Value}]." : "Put brackets around it: [A, B].");
                return [];
            default:
                field.MustBe("a list", "Begin each item with '- ', or write [A, B].");
                return [];
        }
    }

    /// <summary>What is read from each item, once each, without the ones that there was something to complain about.</summary>
    public static IReadOnlyList<string> Items(this Field? field, Func<Field, string?> read)
    {
        var values = new List<string>();
        foreach (var item in field.Items())
        {
            if (read(item) is not { } value)
                continue;
            if (values.Contains(value))
                item.Context.Warn(SuiteCodes.NotActedOn, item.Position, $"'{item.Path}' has no effect: the list has the same before.", "Remove it.");
            else
                values.Add(value);
        }

        return values;
    }

    private static bool IsSimple(string text) =>
        text.Length is > 0 and < 60 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '/');

    private static Field Item(this Field list, YamlNode item, int index)
    {
        var path = $"{list.Path}[{index}]";
        var position = list.Context.At(item);
        list.Context.Positions[path] = position;
        return new(list.Context, path, item, position);
    }
}
