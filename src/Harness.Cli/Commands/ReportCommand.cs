using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness report</c>: rebuilds the reports from an artifacts folder.</summary>
internal static class ReportCommand
{
    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "An artifacts folder." };
        var command = new Command("report", "Rebuilds the reports of an artifacts folder from its records.") { folder };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            var artifacts = new ArtifactsFolder(Path.Combine(Directory.GetCurrentDirectory(), path));
            if (!Directory.Exists(artifacts.Path))
            {
                terminal.Progress.WriteLine(SafeText.Line($"harness: error: there is no folder '{path}'.", 1_000));
                return ExitCodes.Invalid;
            }

            var results = Reports.Write(artifacts, new() { ShownAs = path });
            terminal.Result.Write(TextSummary.Of(results, artifacts, path));
            return ExitCodes.For(results.Select(result => result.Verdict));
        });
        return command;
    }
}
