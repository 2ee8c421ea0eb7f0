using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Running;
using Harness.Suites;

namespace Harness.Cli.Commands;

/// <summary><c>harness matrix</c>: spreads suites over the jobs of a matrix.</summary>
internal static class MatrixCommand
{
    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var shards = CommonOptions.Count("--shards", "The most jobs to make.", most: 256);
        shards.Required = true;
        var command = new Command("matrix", "Prints the suites as the matrix of a GitHub job, in one line.") { suites, shards };
        command.SetAction(parsed =>
        {
            var here = Directory.GetCurrentDirectory();
            var found = SuiteFinder.Find(parsed.GetValue(suites) ?? [], here);
            foreach (var diagnostic in found.Diagnostics)
                terminal.Progress.WriteLine(DiagnosticText.Of(diagnostic));
            if (found.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                return ExitCodes.Invalid;
            terminal.Result.WriteLine(Shards.Matrix(Shards.Deal([.. found.Files.Select(file => Path.GetRelativePath(here, file))], parsed.GetValue(shards)!.Value)));
            return ExitCodes.Passed;
        });
        return command;
    }
}
