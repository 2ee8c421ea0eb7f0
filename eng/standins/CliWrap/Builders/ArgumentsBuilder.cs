using System.Globalization;
using System.Text;

namespace CliWrap.Builders;

/// <summary>Composes an argument string that the process takes apart into the same arguments again.</summary>
public class ArgumentsBuilder
{
    private readonly StringBuilder _arguments = new();

    /// <summary>Adds one argument, or with <paramref name="escape" /> false a piece of the final string as it is.</summary>
    public ArgumentsBuilder Add(string value, bool escape)
    {
        if (_arguments.Length > 0)
            _arguments.Append(' ');

        _arguments.Append(escape ? Escape(value) : value);
        return this;
    }

    public ArgumentsBuilder Add(string value) => Add(value, escape: true);

    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values)
            Add(value, escape);

        return this;
    }

    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, escape: true);

    public ArgumentsBuilder Add(IFormattable value, IFormatProvider formatProvider, bool escape = true) =>
        Add(value.ToString(null, formatProvider), escape);

    /// <summary>Adds a number, a date and the like, in the invariant culture.</summary>
    public ArgumentsBuilder Add(IFormattable value, bool escape) => Add(value, CultureInfo.InvariantCulture, escape);

    public ArgumentsBuilder Add(IFormattable value) => Add(value, escape: true);

    public string Build() => _arguments.ToString();

    /// <summary>Quotes an argument if it is empty or holds white space or a quotation mark.</summary>
    /// <remarks>The rules are those of the C runtime of Windows, by which .NET takes arguments apart on every system.</remarks>
    public static string Escape(string argument)
    {
        if (argument.Length > 0 && !argument.Any(NeedsQuotes))
            return argument;

        var quoted = new StringBuilder("\"", argument.Length + 2);
        var backslashes = 0;
        foreach (var character in argument)
        {
            // Backslashes mean themselves unless a quotation mark follows: then each has to be doubled.
            if (character == '"')
                quoted.Append('\\', backslashes + 1);

            quoted.Append(character);
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }

    // Only blank and tab separate arguments, but to quote more than needed harms nobody.
    private static bool NeedsQuotes(char character) => character is '"' || char.IsWhiteSpace(character);
}
