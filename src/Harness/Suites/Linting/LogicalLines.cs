namespace Harness.Suites.Linting;

/// <summary>The lines of a requirements file: what ends in a backslash goes on, comments are gone.</summary>
internal static class LogicalLines
{
    /// <summary>Each line that says something, with the line and column at which it begins, one-based.</summary>
    public static IEnumerable<(int Line, string Text, int Column)> Of(string text)
    {
        var (start, column, joined) = (0, 0, "");
        var physical = text.Split('\n');
        for (var index = 0; index < physical.Length; index++)
        {
            var line = WithoutComment(physical[index].TrimEnd('\r'));
            if (joined.Length == 0)
                (start, column) = (index + 1, line.Length - line.TrimStart().Length + 1);
            var goesOn = line.EndsWith('\\') && index + 1 < physical.Length;
            joined += goesOn ? line[..^1] + " " : line;
            if (goesOn)
                continue;
            if (joined.Trim() is { Length: > 0 } whole)
                yield return (start, whole, column);
            joined = "";
        }
    }

    private static string WithoutComment(string line)
    {
        for (var at = line.IndexOf('#', StringComparison.Ordinal); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (at == 0 || char.IsWhiteSpace(line[at - 1]))
                return line[..at].TrimEnd();
        }

        return line;
    }
}
