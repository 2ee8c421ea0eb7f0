namespace Harness.Cli.Terminal;

/// <summary>The process's own standard output and error.</summary>
internal sealed class SystemTerminal : ITerminal
{
#pragma warning disable RS0030 // this is the one place that writes to the terminal
    public TextWriter Result { get; } = Console.Out;

    public TextWriter Progress { get; } = Console.Error;

    public bool IsWatched => !Console.IsOutputRedirected && !Console.IsErrorRedirected;
#pragma warning restore RS0030
}
