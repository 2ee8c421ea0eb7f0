using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness merge</c>: joins the artifacts of several invocations.</summary>
internal static class MergeCommand
{
    public static Command Create(ITerminal terminal)
    {
        var folders = new Argument<string[]>("DIR") { Description = "Artifacts folders.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder that they are joined in.",
            HelpName = "DIR",
            DefaultValueFactory = _ => RunSettings.DefaultOutput,
        };
        var dialect = CommonOptions.JUnitDialect();
        var command = new Command("merge", "Joins artifacts folders, such as those of a job's shards, and writes the reports of them all.") { folders, output, dialect };
        command.SetAction(parsed =>
        {
            var target = new ArtifactsFolder(parsed.GetValue(output)!);
            try
            {
                var results = Reports.Merge(
                    [.. parsed.GetValue(folders)!.Select(folder => new ArtifactsFolder(folder))], target,
                    new() { ShownAs = parsed.GetValue(output), JUnit = CommonOptions.JUnit(parsed.GetValue(dialect)) });
                terminal.Result.Write(TextSummary.Of(results, target, parsed.GetValue(output)!, TerminalAbilities.HasColours(terminal, CallerEnvironment.Read())));
                return ExitCodes.For(results.Select(result => result.Verdict));
            }
            catch (ArtifactsException exception)
            {
                terminal.Progress.WriteLine(SafeText.Line($"harness: error: {exception.Message}", 1_000));
                return ExitCodes.Invalid;
            }
        });
        return command;
    }
}
