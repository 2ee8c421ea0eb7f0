namespace Harness.Package.Tests.Action.Runner;

/// <summary>The files through which a step tells a runner names and values.</summary>
public static class RunnerFile
{
    /// <summary>Reads <c>name=value</c> and <c>name&lt;&lt;delimiter</c>, as a runner does.</summary>
    /// <exception cref="FormatException">A runner would fail the step.</exception>
    public static Dictionary<string, string> Read(string content)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StringReader(content);
        while (reader.ReadLine() is { } line)
        {
            var (equals, heredoc) = (Index(line, "="), Index(line, "<<"));
            if (line.Length == 0)
                continue;
            if (equals < heredoc)
                values[line[..equals]] = line[(equals + 1)..];
            else if (heredoc is > 0 and < int.MaxValue)
                values[line[..heredoc]] = Until(line[(heredoc + 2)..], reader);
            else
                throw new FormatException($"'{line}' is neither a value nor the start of one.");
        }

        return values;
    }

    private static int Index(string line, string part) =>
        line.IndexOf(part, StringComparison.Ordinal) is var index and >= 0 ? index : int.MaxValue;

    private static string Until(string delimiter, StringReader reader)
    {
        var lines = new List<string>();
        for (; reader.ReadLine() is { } line; lines.Add(line))
        {
            if (line == delimiter)
                return string.Join('\n', lines);
        }

        throw new FormatException($"The end '{delimiter}' is missing.");
    }
}
