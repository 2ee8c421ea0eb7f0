using Harness.Suites.Wording;
using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>env</c>, of the suite or of a test.</summary>
internal static class EnvironmentSection
{
    /// <summary>Names and expanded values.</summary>
    public static IReadOnlyDictionary<string, string> Read(Field? field)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in field is null ? [] : MapReader.Entries(field))
        {
            var entry = MapReader.Child(field!, key, value);
            if (CheckName(entry.Context, key) && Value(entry) is { } text)
                values[key.Value] = text;
        }

        return values;
    }

    private static bool CheckName(ReadContext context, YamlScalar key)
    {
        if (!Variables.IsName(key.Value))
        {
            context.Invalid(
                context.At(key),
                $"{DisplayText.Quote(key.Value)} cannot name an environment variable.",
                "Write letters, digits and underscores, not beginning with a digit.");
            return false;
        }

        if (key.Value.StartsWith("HARNESS_", StringComparison.Ordinal))
        {
            context.Warn(
                SuiteCodes.Invalid,
                context.At(key),
                $"The variable {key.Value} is passed to the container, but does not configure Harness, as its name suggests.",
                "Set it in the caller's environment, or choose another name.");
        }

        return true;
    }

    private static string? Value(Field entry)
    {
        if (entry.Node is YamlScalar { Kind: ScalarKind.Null })
        {
            entry.MustBe("a single value", $"Write \"\" for empty text, or ${{{entry.Key}}} for the caller's value.");
            return null;
        }

        if (entry.Expand(entry.Written()) is not { } text)
            return null;

        entry.Context.Secrets.AddCredentials(text);
        if (SecretCollector.IsSecretName(entry.Key))
            entry.Context.Secrets.Add(text);
        return text;
    }
}
