using System.Text.RegularExpressions;

namespace Harness.Build;

/// <summary>KEY=VALUE lines that a shell can source: <c>set -a; . FILE</c>.</summary>
internal static partial class EnvironmentFile
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var separator = line.IndexOf('=', StringComparison.Ordinal);

            if (separator > 0 && line[0] != '#')
            {
                values[line[..separator]] = Unquote(line[(separator + 1)..]);
            }
        }

        return values;
    }

    public static string Format(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Concat(values.Select(pair => $"{pair.Key}={Quote(pair.Value)}\n"));

    public static IReadOnlyDictionary<string, string> Read(string path) => Parse(File.Exists(path) ? File.ReadAllText(path) : "");

    public static void Write(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Format(values));
    }

    /// <summary>Writes the file and gives the values to every process that this one starts from now on.</summary>
    public static void Export(string path, IReadOnlyDictionary<string, string> values)
    {
        Write(path, values);

        foreach (var (name, value) in values)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static string Quote(string value) =>
        Plain().IsMatch(value) ? value : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Unquote(string value) => value switch
    {
        ['\'', .. var inner, '\''] => inner.Replace(@"'\''", "'", StringComparison.Ordinal),
        ['"', .. var inner, '"'] => inner,
        _ => value,
    };

    [GeneratedRegex("^[A-Za-z0-9_./:@%+,=-]*$")]
    private static partial Regex Plain();
}
