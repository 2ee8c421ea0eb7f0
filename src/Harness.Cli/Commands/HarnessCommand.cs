using System.CommandLine;
using Harness.Cli.Commands.Help;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary>The <c>harness</c> command and its verbs.</summary>
internal static class HarnessCommand
{
    // No RootCommand: its name is that of the assembly, which nobody can type.
    public static Command Create(ITerminal terminal) =>
        new("harness", "Tells why a container died, and proves that a Python environment installs the same way twice.")
        {
            HelpWithExamples.Option(),
            new VersionOption(),
            InitCommand.Create(terminal),
            RunCommand.Create(terminal),
            LintCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            CompareCommand.Create(terminal),
            PinCommand.Create(terminal),
            SizeCommand.Create(terminal),
            HistoryCommand.Create(terminal),
            ReportCommand.Create(terminal),
            MatrixCommand.Create(terminal),
            MergeCommand.Create(terminal),
            ReapCommand.Create(terminal),
            CompletionCommand.Create(terminal, () => Create(terminal)),
        };
}
