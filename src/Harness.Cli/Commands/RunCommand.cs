using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites;

namespace Harness.Cli.Commands;

/// <summary><c>harness run</c>: runs suites and writes the artifacts.</summary>
internal static class RunCommand
{
    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var output = CommonOptions.Output();
        var runs = CommonOptions.Count("--runs", "Fresh containers compared with each other; 1 switches the comparison off.", Suite.MaxRuns);
        var engine = CommonOptions.Engine();
        var jobs = CommonOptions.Count("--jobs", "Containers at once; default: as many as there are CPUs.");
        jobs.Aliases.Add("-j");
        var budget = CommonOptions.MemoryBudget();
        var filter = new Option<string?>("--filter") { Description = "Only tests whose name contains NAME.", HelpName = "NAME" };
        var offline = CommonOptions.Offline();
        var baseline = new Option<string?>("--baseline") { Description = "Compare with an earlier artifacts folder or result.json.", HelpName = "DIR" };
        var upgrade = new Option<bool>("--upgrade") { Description = "Resolve anew: leave out the files that harness pin wrote." };
        var keep = new Option<bool>("--keep") { Description = "Leave the containers, and say how to enter and remove them." };
        var dialect = CommonOptions.JUnitDialect();
        var json = new Option<bool>("--json") { Description = "One event a line on standard output." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "More progress." };
        var unpinned = CommonOptions.AllowUnpinned();
        var outside = CommonOptions.AllowOutside();
        var command = new Command("run", "Runs suites, twice each in fresh containers, and writes the artifacts.")
        {
            suites, output, runs, engine, jobs, budget, filter, offline, baseline, upgrade, keep, dialect, json, quiet, verbose, unpinned, outside,
        };
        command.SetAction((parsed, _) => RunAsync(
            terminal,
            new RunRequest
            {
                Suites = parsed.GetValue(suites) ?? [],
                WorkingDirectory = Directory.GetCurrentDirectory(),
                Output = parsed.GetValue(output),
                Engine = parsed.GetValue(engine),
                Overrides = new()
                {
                    Runs = parsed.GetValue(runs),
                    AllowUnpinned = parsed.GetValue(unpinned) ? true : null,
                    AllowOutside = parsed.GetValue(outside) ? true : null,
                    Upgrade = parsed.GetValue(upgrade) ? true : null,
                },
                Filter = parsed.GetValue(filter),
                Jobs = parsed.GetValue(jobs),
                MemoryBudgetBytes = parsed.GetValue(budget),
                Offline = parsed.GetValue(offline) ? true : null,
                Baseline = parsed.GetValue(baseline),
                Keep = parsed.GetValue(keep) ? true : null,
                JUnitDialect = parsed.GetValue(dialect),
                Environment = CallerEnvironment.Read(),
            },
            parsed.GetValue(json),
            environment => RunProgress.For(terminal, parsed.GetValue(json), parsed.GetValue(quiet), parsed.GetValue(verbose), environment)));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, RunRequest request, bool json, Func<IReadOnlyDictionary<string, string>, IRunProgress> choose)
    {
        using var interruption = new Interruption();
        RunReport report;
        try
        {
            report = await RunAsync(request, choose(request.Environment), interruption.Stop).ConfigureAwait(false);
        }
        catch (ArtifactsException exception)
        {
            await terminal.Progress.WriteLineAsync(SafeText.Line($"harness: error {CauseCatalog.Get("output-unusable").Code}: {exception.Message}", 1_000)).ConfigureAwait(false);
            return ExitCodes.Invalid;
        }

        // What is wrong with a suite stands in its result; the rest has no other place.
        if (report.Results.Count == 0)
        {
            foreach (var diagnostic in report.Diagnostics)
                await terminal.Progress.WriteLineAsync(DiagnosticText.Of(diagnostic)).ConfigureAwait(false);
        }
        else if (!json)
        {
            await terminal.Result.WriteAsync(TextSummary.Of(
                report.Results, new ArtifactsFolder(report.Artifacts), report.Output, TerminalAbilities.HasColours(terminal, request.Environment))).ConfigureAwait(false);
        }

        return WasCutShort(report) ? interruption.ExitCode ?? ExitCodes.Interrupted : report.ExitCode;
    }

    // Also where something had failed before: whoever stopped it asked for no more.
    private static bool WasCutShort(RunReport report) => report.ExitCode == ExitCodes.Interrupted
        || report.Results.SelectMany(result => result.Runs).SelectMany(run => run.Attempts)
            .Any(attempt => attempt.Steps.Any(step => step.Outcome is Outcome.Interrupted));

    // The terminal is given back before anything else is said on it.
    private static async Task<RunReport> RunAsync(RunRequest request, IRunProgress progress, RunStop stop)
    {
        try
        {
            return await HarnessRun.RunAsync(request, progress, TimeProvider.System, stop).ConfigureAwait(false);
        }
        finally
        {
            if (progress is IAsyncDisposable live)
                await live.DisposeAsync().ConfigureAwait(false);
        }
    }
}
