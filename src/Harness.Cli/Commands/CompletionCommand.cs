using System.CommandLine;
using Harness.Cli.Commands.Completion;
using Harness.Cli.Terminal;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness completion</c>: prints what a shell needs to complete this command's words.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<CompletionTable, string>> Shells = new(StringComparer.Ordinal)
    {
        ["bash"] = BashScript.Of,
        ["zsh"] = ZshScript.Of,
        ["fish"] = FishScript.Of,
        ["pwsh"] = PwshScript.Of,
    };

    public static Command Create(ITerminal terminal, Func<Command> root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completion", "Prints a script that completes commands, options and values in a shell.") { shell };
        command.SetAction(parsed =>
        {
            terminal.Result.Write(Shells[parsed.GetValue(shell)!](CompletionTable.Of(root())));
            return ExitCodes.Passed;
        });
        return command;
    }
}
