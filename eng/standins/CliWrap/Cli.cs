namespace CliWrap;

/// <summary>The way in: names the executable, everything else is said on the <see cref="Command" />.</summary>
public static class Cli
{
    /// <summary>Begins a command that runs <paramref name="targetFilePath" />: a path, or a name to find on PATH.</summary>
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
