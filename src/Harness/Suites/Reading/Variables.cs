using System.Text;
using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>
/// Expands <c>${NAME}</c> from the caller's environment; <c>$${</c> is a literal <c>${</c>, and any other <c>$</c> is itself.
/// </summary>
internal static class Variables
{
    /// <summary>The text with its variables replaced; null when there was something to complain about.</summary>
    public static string? Expand(this Field field, string? text)
    {
        if (text?.Contains("${", StringComparison.Ordinal) != true)
            return text;

        var expanded = new StringBuilder();
        var rest = text.AsSpan();
        var complete = true;
        while (rest.IndexOf("${") is >= 0 and var start)
        {
            if (start > 0 && rest[start - 1] == '$')
            {
                expanded.Append(rest[..(start - 1)]).Append("${");
                rest = rest[(start + 2)..];
                continue;
            }

            expanded.Append(rest[..start]);
            rest = rest[(start + 2)..];
            var name = rest[..Math.Max(0, rest.IndexOf('}'))].ToString();
            if (!IsName(name))
            {
                field.Invalid(
                    $"{field.Name} has a '${{' that is no variable: {DisplayText.Quote(text)}.",
                    "Write ${NAME}, with letters, digits and underscores and nothing else, or $${ for the text itself.");
                return null;
            }

            rest = rest[(name.Length + 1)..];
            complete &= field.Append(expanded, name);
        }

        return complete ? expanded.Append(rest).ToString() : null;
    }

    /// <summary>Whether a text can name an environment variable.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static bool Append(this Field field, StringBuilder expanded, string name)
    {
        if (!field.Context.Options.Environment.TryGetValue(name, out var value))
        {
            field.Context.Error(
                SuiteCodes.Unset,
                field.Position,
                $"{field.Name} reads the environment variable {name}, which is not set.",
                $"Set {name} before the run, or write $${{{name}}} if the text itself is meant.");
            return false;
        }

        if (SecretCollector.IsSecretName(name))
            field.Context.Secrets.Add(value);
        expanded.Append(value);
        return true;
    }
}
