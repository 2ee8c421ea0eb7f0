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
        var shards = new Option<int>("--shards") { Description = "The most jobs to make.", HelpName = "N", Required = true };
        var command = new Command("matrix", "Prints the suites as the matrix of a GitHub job, in one line.") { suites, shards };
        command.Validators.Add(result =>
        {
            if (result.GetValue(shards) is < 1 or > 256)
                result.AddError("--shards: a whole number from 1 to 256 is expected.");
        });
        command.SetAction(parsed =>
        {
            var here = Directory.GetCurrentDirectory();
            var found = SuiteFinder.Find(parsed.GetValue(suites) ?? [], here);
            foreach (var diagnostic in found.Diagnostics)
                terminal.Progress.WriteLine(DiagnosticText.Of(diagnostic));
            if (found.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                return ExitCodes.Invalid;
            terminal.Result.WriteLine(Shards.Matrix(Shards.Deal([.. found.Files.Select(file => Path.GetRelativePath(here, file))], parsed.GetValue(shards))));
            return ExitCodes.Passed;
        });
        return command;
    }
}
