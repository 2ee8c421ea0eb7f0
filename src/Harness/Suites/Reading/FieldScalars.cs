using System.Globalization;
using Harness.Suites.Wording;
using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>Reads single values; null when there was something to complain about.</summary>
internal static class FieldScalars
{
    /// <summary>Text that is not empty; numbers and truth values need quotes to be text.</summary>
    public static string? Text(this Field field)
    {
        switch (field.Node)
        {
            case YamlScalar { Kind: ScalarKind.Text, Value.Length: > 0 } scalar:
                return field.WithoutNul(scalar.Value);
            case YamlScalar { Kind: not (ScalarKind.Text or ScalarKind.Null) } scalar:
                field.MustBe("text", $"Put it in quotes: \"{DisplayText.Cut(scalar.Value)}\".");
                return null;
            default:
                field.MustBe("text", field switch
                {
                    { IsItem: true } => "Write a text, or remove the item.",
                    { Key: "name" or "image" } => $"Write {field.Key}: TEXT.",
                    _ => $"Write {field.Key}: TEXT, or remove the key.",
                });
                return null;
        }
    }

    /// <summary>Any single value, as the file spells it: <c>1.10</c> stays <c>1.10</c>.</summary>
    public static string? Written(this Field field)
    {
        if (field.Node is YamlScalar { Kind: not ScalarKind.Null } scalar)
            return field.WithoutNul(scalar.Value);

        field.MustBe("a single value", "Write a text or a number; \"\" stands for empty text.");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool? Flag(this Field field)
    {
        if (field.Node is YamlScalar { Kind: ScalarKind.Boolean } scalar)
            return scalar.Value[0] is 't' or 'T';

        field.MustBe("true or false", $"Write {field.Key}: true or {field.Key}: false, without quotes.");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public static int? Integer(this Field field, int least, int most)
    {
        if (field.Node is YamlScalar { Kind: ScalarKind.Integer } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most)
            return value;

        field.MustBeNumber($"a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A number within bounds, fractions allowed.</summary>
    public static double? Number(this Field field, double least, double most)
    {
        if (field.Node is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Fraction } scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most)
            return value;

        field.MustBeNumber(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
        return null;
    }

    /// <summary>A size in bytes of at least <paramref name="least"/>.</summary>
    public static long? Size(this Field field, long least)
    {
        const string remedy = "Write a number and a unit, such as 512MiB (powers of 1024) or 500MB (powers of 1000).";
        if (field.Node is not YamlScalar { Kind: ScalarKind.Text or ScalarKind.Integer } scalar
            || !ByteSize.TryParse(scalar.Value, out var bytes))
        {
            field.MustBe("a size", remedy);
            return null;
        }

        if (bytes >= least)
            return bytes;

        field.MustBe($"a size of at least {ByteSize.Format(least)}", remedy);
        return null;
    }

    /// <summary>A duration within bounds.</summary>
    public static TimeSpan? Duration(this Field field, TimeSpan least, TimeSpan most)
    {
        const string remedy = "Write numbers with units, such as 90s, 10m or 1h30m.";
        if (field.Node is not YamlScalar { Kind: ScalarKind.Text } scalar || !DurationText.TryParse(scalar.Value, out var duration))
        {
            field.MustBe("a duration", field.Node is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Fraction }
                ? $"Name the unit: {field.Describe()}s or {field.Describe()}m."
                : remedy);
            return null;
        }

        if (duration >= least && duration <= most)
            return duration;

        field.MustBe($"a duration from {DurationText.Format(least)} to {DurationText.Format(most)}", remedy);
        return null;
    }

    /// <summary>One of a few words.</summary>
    public static T? Word<T>(this Field field, WordTable<T> table)
        where T : struct
    {
        if (field.Node is YamlScalar scalar && table.Find(scalar.Value) is { } meaning)
            return meaning;

        field.Word(table.Words); // complains
        return null;
    }

    /// <summary>One of a few words.</summary>
    public static string? Word(this Field field, IReadOnlyList<string> words)
    {
        var word = (field.Node as YamlScalar)?.Value;
        if (word is not null && words.Contains(word))
            return word;

        var known = DisplayText.Join(words, "or");
        if (word is not null && NearestWord.Find(word, words) is { } nearest)
            field.Invalid($"{field.Name} must be {known}, but is {field.Describe()}; the nearest is '{nearest}'.", $"Write {nearest}.");
        else
            field.MustBe(known, $"Write {known}.");
        return null;
    }

    private static void MustBeNumber(this Field field, string number) => field.MustBe(
        number,
        field.Node is YamlScalar { Kind: ScalarKind.Text } scalar && CoreSchema.KindOf(scalar.Value) != ScalarKind.Text
            ? "Remove the quotes."
            : $"Write {number}.");

    private static string? WithoutNul(this Field field, string text)
    {
        if (!text.Contains('\0'))
            return text;

        field.Invalid($"{field.Name} contains the character U+0000, which no program or file can be given.", "Remove the \\0 escape.");
        return null;
    }
}
