using System.CommandLine;
using System.Globalization;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;
using Harness.Sizing;

namespace Harness.Cli.Commands;

/// <summary><c>harness size</c>: finds the smallest limits under which a suite passes.</summary>
internal static class SizeCommand
{
    private const string DefaultOutput = "artifacts/size";

    public static Command Create(ITerminal terminal)
    {
        var suite = new Argument<string>("SUITE") { Description = "A suite file." };
        var cpus = new Option<double?>("--cpus") { Description = "Find the fewest CPUs too: a run may take FACTOR times as long.", HelpName = "FACTOR" };
        cpus.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor >= 1))
                result.AddError("--cpus: FACTOR must be a number from 1, such as 1.5.");
        });
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where the trials' artifacts go, a folder each.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultOutput,
        };
        var engine = CommonOptions.Engine();
        var offline = CommonOptions.Offline();
        var unpinned = CommonOptions.AllowUnpinned();
        var outside = CommonOptions.AllowOutside();
        var command = new Command("size", "Finds the smallest memory limit, and the fewest CPUs, under which a suite passes twice.")
        {
            suite, cpus, output, engine, offline, unpinned, outside,
        };
        command.SetAction((parsed, _) => RunAsync(
            terminal,
            new RunRequest
            {
                Suites = [parsed.GetValue(suite)!],
                WorkingDirectory = Directory.GetCurrentDirectory(),
                Output = parsed.GetValue(output),
                Engine = parsed.GetValue(engine),
                Overrides = new() { AllowUnpinned = parsed.GetValue(unpinned) ? true : null, AllowOutside = parsed.GetValue(outside) ? true : null },
                Offline = parsed.GetValue(offline) ? true : null,
                Environment = CallerEnvironment.Read(),
            },
            parsed.GetValue(cpus)));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, RunRequest request, double? cpus)
    {
        using var interruption = new Interruption();
        SizeResult result;
        try
        {
            result = await new SuiteSizing(request, new NoProgress(), TimeProvider.System, trial => terminal.Progress.WriteLine(SizeText.Of(trial)))
                .RunAsync(cpus, interruption.Stop).ConfigureAwait(false);
        }
        catch (ArtifactsException exception)
        {
            await terminal.Progress.WriteLineAsync(SafeText.Line($"harness: error: {exception.Message}", 1_000)).ConfigureAwait(false);
            return ExitCodes.Invalid;
        }

        foreach (var diagnostic in result.Diagnostics)
            await terminal.Progress.WriteLineAsync(DiagnosticText.Of(diagnostic)).ConfigureAwait(false);
        if (result.Diagnostics.Count > 0)
            return result.ExitCode;
        if (result.Problem is { } problem)
            await terminal.Progress.WriteAsync(SafeText.Line($"harness: error: {problem}", 2_000) + "\n" + SizeText.Of(result.Findings)).ConfigureAwait(false);
        else
            await terminal.Result.WriteLineAsync(SizeText.Of(result)).ConfigureAwait(false);
        if (result.MemoryBytes is { } memory)
            await terminal.Progress.WriteLineAsync(SizeText.Advice(memory, result.Cpus, request.Suites[0])).ConfigureAwait(false);
        return result.ExitCode == ExitCodes.Interrupted ? interruption.ExitCode ?? ExitCodes.Interrupted : result.ExitCode;
    }
}
