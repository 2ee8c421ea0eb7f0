namespace Harness.Cli.Terminal;

/// <summary>What may be written to a terminal besides plain text: nothing where nobody watches, such as in a pipe or a job's log.</summary>
internal static class TerminalAbilities
{
    /// <summary>Whether it can move the cursor, and somebody watches.</summary>
    public static bool CanDraw(ITerminal terminal, IReadOnlyDictionary<string, string> environment) =>
        terminal.IsWatched && environment.GetValueOrDefault("TERM") is { Length: > 0 } kind && kind != "dumb" && string.IsNullOrEmpty(environment.GetValueOrDefault("CI"));

    /// <summary>Whether colours are wanted too.</summary>
    public static bool HasColours(ITerminal terminal, IReadOnlyDictionary<string, string> environment) =>
        CanDraw(terminal, environment) && string.IsNullOrEmpty(environment.GetValueOrDefault("NO_COLOR"));
}
