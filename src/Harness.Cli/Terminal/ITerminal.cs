namespace Harness.Cli.Terminal;

/// <summary>The two streams that a command speaks to.</summary>
internal interface ITerminal
{
    /// <summary>The result, and nothing else.</summary>
    TextWriter Result { get; }

    /// <summary>Progress and messages.</summary>
    TextWriter Progress { get; }

    /// <summary>Whether somebody watches both on a terminal.</summary>
    bool IsWatched { get; }
}
