using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites;

namespace Harness.Cli.Commands;

/// <summary><c>harness lint</c>: finds problems before any container starts.</summary>
internal static class LintCommand
{
    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var unpinned = CommonOptions.AllowUnpinned();
        var outside = CommonOptions.AllowOutside();
        var command = new Command("lint", "Checks suites and the files they name; starts no container.") { suites, unpinned, outside };
        command.SetAction(parsed =>
        {
            var loaded = SuiteLoader.Load(new()
            {
                Suites = parsed.GetValue(suites) ?? [],
                WorkingDirectory = Directory.GetCurrentDirectory(),
                Overrides = new()
                {
                    AllowUnpinned = parsed.GetValue(unpinned) ? true : null,
                    AllowOutside = parsed.GetValue(outside) ? true : null,
                },
                Environment = CallerEnvironment.Read(),
            });
            var diagnostics = loaded.AllDiagnostics.ToList();
            foreach (var diagnostic in diagnostics)
                terminal.Result.WriteLine(DiagnosticText.Of(diagnostic));
            var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            terminal.Result.WriteLine($"{Amounts.Count(loaded.Suites.Count, "suite")}, {Amounts.Count(errors, "error")}, {Amounts.Count(diagnostics.Count - errors, "warning")}");
            return errors > 0 ? ExitCodes.Invalid : ExitCodes.Passed;
        });
        return command;
    }
}
