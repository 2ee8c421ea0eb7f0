namespace Harness.Package.Tests.Action.Runner;

/// <summary>A command that a runner obeyed.</summary>
/// <param name="Name">Such as <c>error</c>.</param>
/// <param name="Properties">Such as <c>file</c>, unescaped.</param>
/// <param name="Data">What follows, unescaped.</param>
public sealed record RunnerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data)
{
    private static readonly HashSet<string> Known = new(
        [
            "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path",
            "notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a line as a runner does: <c>::name key=value,key=value::data</c> at its start, or <c>##[name]data</c> anywhere.</summary>
    /// <param name="line">One line.</param>
    /// <param name="token">The token that allows commands again, a command by itself; null: none.</param>
    /// <returns>Null for mere text.</returns>
    public static RunnerCommand? Parse(string line, string? token)
    {
        var trimmed = line.TrimStart(); // all of Unicode's white space
        if (trimmed.StartsWith("::", StringComparison.Ordinal) && trimmed.IndexOf("::", 2, StringComparison.Ordinal) is var end and > 0
            && Create(trimmed[2..end], ',', trimmed[(end + 2)..], token) is { } command)
            return command;
        var start = line.IndexOf("##[", StringComparison.Ordinal);
        var close = start < 0 ? -1 : line.IndexOf(']', start);
        return close < 0 ? null : Create(line[(start + 3)..close], ';', line[(close + 1)..], token);
    }

    private static RunnerCommand? Create(string head, char separator, string data, string? token)
    {
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? head : head[..space];
        if (!Known.Contains(name) && !name.Equals(token, StringComparison.OrdinalIgnoreCase))
            return null;
        var properties = (space < 0 ? "" : head[(space + 1)..])
            .Split(separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split('=', 2))
            .Where(property => property.Length == 2)
            .ToDictionary(property => property[0].Trim(), property => Unescape(property[1]), StringComparer.OrdinalIgnoreCase);
        return new RunnerCommand(name, properties, Unescape(data));
    }

    private static string Unescape(string text) => text
        .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);
}
