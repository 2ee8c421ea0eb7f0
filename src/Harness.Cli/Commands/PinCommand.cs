using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Reproducibility.Pinning;
using Harness.Running;
using Harness.Suites;

namespace Harness.Cli.Commands;

/// <summary><c>harness pin</c>: writes what a green run resolved.</summary>
internal static class PinCommand
{
    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var from = new Option<string?>("--from") { Description = "The artifacts of a green run; default: where harness run puts them.", HelpName = "DIR" };
        var constraints = new Option<string?>("--constraints") { Description = "The file for exact versions; default: constraints.txt.", HelpName = "NAME" };
        var hashes = new Option<bool>("--hashes") { Description = "Write requirements.lock.txt with hashes too, and let the suite install from it." };
        var locks = new Option<bool>("--lock") { Description = "Write a pylock.toml too." };
        var force = new Option<bool>("--force") { Description = "Replace files that no earlier pin wrote." };
        var outside = CommonOptions.AllowOutside();
        var command = new Command("pin", "Writes what a green run resolved: image digest, exact constraints, hashes.")
        {
            suites, from, constraints, hashes, locks, force, outside,
        };
        command.SetAction(parsed =>
        {
            var request = new RunRequest
            {
                Suites = parsed.GetValue(suites) ?? [],
                WorkingDirectory = Directory.GetCurrentDirectory(),
                Output = parsed.GetValue(from),
                Overrides = new() { AllowUnpinned = true, AllowOutside = parsed.GetValue(outside) ? true : null },
                ReplacesPins = true,
                Environment = CallerEnvironment.Read(),
            };
            var options = new PinOptions
            {
                Constraints = parsed.GetValue(constraints),
                Hashes = parsed.GetValue(hashes),
                Lock = parsed.GetValue(locks),
                Force = parsed.GetValue(force),
            };
            return Pin(terminal, request, options);
        });
        return command;
    }

    private static int Pin(ITerminal terminal, RunRequest request, PinOptions options)
    {
        var loaded = SuiteLoader.Load(request);
        var errors = loaded.AllDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        errors.ForEach(error => terminal.Progress.WriteLine(DiagnosticText.Of(error)));
        if (errors.Count > 0)
            return ExitCodes.Invalid;

        var artifacts = new ArtifactsFolder(Path.Combine(request.WorkingDirectory, loaded.Settings.Output));
        var refused = false;
        foreach (var suite in loaded.Suites.Select(suite => suite.Suite!))
        {
            try
            {
                refused |= !Write(terminal, suite, Pinner.Plan(suite, artifacts, options), request.WorkingDirectory);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                terminal.Progress.WriteLine(SafeText.Line($"harness: error: {exception.Message}", 1_000));
                refused = true;
            }
        }

        return refused ? ExitCodes.Invalid : ExitCodes.Passed;
    }

    private static bool Write(ITerminal terminal, Suite suite, PinPlan plan, string workingDirectory)
    {
        if (plan.Problem is { } problem)
        {
            terminal.Progress.WriteLine(SafeText.Line($"harness: error: {problem}", 2_000));
            return false;
        }

        foreach (var file in plan.Files)
        {
            AtomicFile.Write(file.Path, file.Text);
            terminal.Result.WriteLine(SafeText.Line($"wrote {Path.GetRelativePath(workingDirectory, file.Path)}: {file.What}", 1_000));
        }

        if (plan.Files.Count == 0)
            terminal.Result.WriteLine(SafeText.Line($"{suite.Name}: everything is pinned already", 1_000));
        foreach (var note in plan.Notes)
            terminal.Result.WriteLine(SafeText.Line($"note: {note}", 2_000));
        return true;
    }
}
