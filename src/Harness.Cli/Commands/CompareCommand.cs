using System.CommandLine;
using System.Text.Json;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Reproducibility.Baselines;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness compare</c>: what changed between two artifacts folders.</summary>
internal static class CompareCommand
{
    public static Command Create(ITerminal terminal)
    {
        var before = new Argument<string>("A") { Description = "The older artifacts folder or result.json, such as the last green one." };
        var after = new Argument<string>("B") { Description = "The newer artifacts folder or result.json." };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = $"An area that is not compared: {string.Join(", ", ChangeAreas.All)}.",
            HelpName = "AREA",
        };
        ignore.AcceptOnlyFromAmong([.. ChangeAreas.All]);
        var json = new Option<bool>("--json") { Description = "The comparison as JSON." };
        var command = new Command("compare", "Tells what changed between two artifacts folders or records, also of different machines.")
        {
            before, after, ignore, json,
        };
        command.SetAction(parsed =>
        {
            ComparedRecords compared;
            try
            {
                var working = Directory.GetCurrentDirectory();
                compared = ComparedRecords.Of(
                    Baseline.Read(parsed.GetValue(before)!, working), Baseline.Read(parsed.GetValue(after)!, working), parsed.GetValue(ignore));
            }
            catch (ArtifactsException exception)
            {
                terminal.Progress.WriteLine(SafeText.Line($"harness: error: {exception.Message}", 1_000));
                return ExitCodes.Invalid;
            }

            if (parsed.GetValue(json))
                terminal.Result.WriteLine(JsonSerializer.Serialize(compared, EvidenceJson.Indented.ComparedRecords));
            else
                terminal.Result.Write(BaselineText.Of(compared));
            return compared.Verdict is BaselineVerdict.Same ? ExitCodes.Passed : ExitCodes.NotReproducible;
        });
        return command;
    }
}
