using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Reporting.JUnit;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness report</c>: rebuilds the reports from an artifacts folder.</summary>
internal static class ReportCommand
{
    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "An artifacts folder." };
        var gitHub = new Option<bool>("--github")
        {
            Description = "Tell GitHub's runner: outputs, summary, and annotations on standard output instead of the text.",
        };
        var dialect = CommonOptions.JUnitDialect();
        var command = new Command("report", "Rebuilds the reports of an artifacts folder from its records, and exits as their run did.") { folder, gitHub, dialect };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(folder)!, parsed.GetValue(gitHub), CommonOptions.JUnit(parsed.GetValue(dialect))));
        return command;
    }

    private static int Run(ITerminal terminal, string path, bool gitHub, JUnitOptions junit)
    {
        var artifacts = new ArtifactsFolder(Path.Combine(Directory.GetCurrentDirectory(), path));
        if (!Directory.Exists(artifacts.Path))
            return Invalid(terminal, $"there is no folder '{path}'. Name the folder that harness run wrote.");
        var environment = CallerEnvironment.Read();
        var step = gitHub ? GitHubStep.Find(environment) : null;
        if (gitHub && step is null)
            return Invalid(terminal, "--github needs GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, which GitHub's runner sets. Leave it out elsewhere.");
        if (Reports.Read(artifacts).Count == 0)
            return Invalid(terminal, $"'{path}' contains no suite's record. Name the folder that harness run wrote.");

        var results = Reports.Write(artifacts, new() { ShownAs = path, JUnit = junit });
        if (step is null)
            terminal.Result.Write(TextSummary.Of(results, artifacts, path, TerminalAbilities.HasColours(terminal, environment)));
        else
            step.Tell(results, artifacts, terminal);
        return ExitCodes.For(results.Select(result => result.Verdict));
    }

    private static int Invalid(ITerminal terminal, string fact)
    {
        terminal.Progress.WriteLine(SafeText.Line($"harness: error: {fact}", 1_000));
        return ExitCodes.Invalid;
    }
}
