using System.CommandLine;
using Harness.Cli.Commands.Help;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary>The <c>harness</c> command and its verbs.</summary>
internal static class HarnessCommand
{
    private static readonly (string Name, Func<ITerminal, Command> Create)[] Verbs =
    [
        ("init", InitCommand.Create),
        ("run", RunCommand.Create),
        ("lint", LintCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("explain", ExplainCommand.Create),
        ("compare", CompareCommand.Create),
        ("pin", PinCommand.Create),
        ("size", SizeCommand.Create),
        ("history", HistoryCommand.Create),
        ("report", ReportCommand.Create),
        ("matrix", MatrixCommand.Create),
        ("merge", MergeCommand.Create),
        ("reap", ReapCommand.Create),
        ("completion", terminal => CompletionCommand.Create(terminal, () => Create(terminal))),
    ];

    /// <summary>The command with all that the arguments may need: putting together what they do not name takes a noticeable time.</summary>
    public static Command Create(ITerminal terminal, IReadOnlyList<string> arguments) => arguments switch
    {
        ["--version"] => Create(terminal, Array.Empty<(string, Func<ITerminal, Command>)>()),
        [var first, ..] when Array.Find(Verbs, verb => verb.Name == first) is { Name: not null } named => Create(terminal, [named]),
        _ => Create(terminal),
    };

    /// <summary>The command with all its verbs.</summary>
    public static Command Create(ITerminal terminal) => Create(terminal, Verbs);

    private static Command Create(ITerminal terminal, (string Name, Func<ITerminal, Command> Create)[] verbs)
    {
        // No RootCommand: its name is that of the assembly, which nobody can type.
        var command = new Command("harness", "Tells why a container died, and proves that a Python environment installs the same way twice.")
        {
            HelpWithExamples.Option(),
            new VersionOption(),
        };
        foreach (var verb in verbs)
            command.Add(verb.Create(terminal));
        return command;
    }
}
