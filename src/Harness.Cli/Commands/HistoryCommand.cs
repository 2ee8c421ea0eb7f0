using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.History;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness history</c>: what many artifacts folders tell over time.</summary>
internal static class HistoryCommand
{
    private const string DefaultOutput = "artifacts/history";
    private const string Remedy = "Name folders that harness run wrote, or what contains them.";

    public static Command Create(ITerminal terminal)
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Artifacts folders, or folders that contain some at any depth.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where history.html and history.json go.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultOutput,
        };
        var command = new Command("history", "Summarizes many runs over time: flaky tests, drifting packages, memory, first bad runs.") { folders, output };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(terminal, parsed.GetValue(folders)!, parsed.GetValue(output)!, cancellationToken)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] folders, string output, CancellationToken cancellationToken)
    {
        var working = Directory.GetCurrentDirectory();
        if (Array.Find(folders, folder => !Directory.Exists(Path.Combine(working, folder))) is { } missing)
            return Invalid(terminal, $"there is no folder '{missing}'. {Remedy}");
        var report = HistoryReport.Read([.. folders.Select(folder => Path.Combine(working, folder))], cancellationToken);
        if (report.Totals.Records == 0)
        {
            var trials = report.Trials > 0 ? $"; {HistoryText.LeftOut(report.Trials)}" : "";
            return Invalid(terminal, $"there is no record of a suite in {string.Join(" or in ", folders.Select(folder => $"'{folder}'"))}{trials}. {Remedy}");
        }

        HistoryFolder.Write(Path.Combine(working, output), report);
        terminal.Result.Write(HistoryText.Of(report, output));
        return ExitCodes.Passed;
    }

    private static int Invalid(ITerminal terminal, string fact)
    {
        terminal.Progress.WriteLine(SafeText.Line($"harness: error: {fact}", 1_000));
        return ExitCodes.Invalid;
    }
}
