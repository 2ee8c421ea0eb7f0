using System.Runtime.CompilerServices;
using Harness.Cli.Terminal.Live;
using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>Chooses how a run tells of its progress.</summary>
internal static class RunProgress
{
    /// <summary>The form for this terminal and what was asked for; whoever disposes of it gets the terminal back as it was.</summary>
    public static IRunProgress For(ITerminal terminal, bool json, bool quiet, bool verbose, IReadOnlyDictionary<string, string> environment)
    {
        if (json)
            return new JsonProgress(terminal.Result);
        if (quiet)
            return new NoProgress();
        return !verbose && TerminalAbilities.CanDraw(terminal, environment) ? Live(terminal, environment) : new PlainProgress(terminal.Progress, verbose);
    }

    // Nothing of Spectre.Console is loaded where it is not used: it would cost every other command its start.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LiveProgress Live(ITerminal terminal, IReadOnlyDictionary<string, string> environment) =>
        new(terminal.Progress, colours: TerminalAbilities.HasColours(terminal, environment), TimeProvider.System);
}
