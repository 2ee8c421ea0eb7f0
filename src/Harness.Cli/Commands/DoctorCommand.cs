using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Doctor;
using Harness.Doctor.Injecting;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness doctor</c>: says what keeps suites from running here.</summary>
internal static class DoctorCommand
{
    private const string All = "all";

    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var engine = CommonOptions.Engine();
        var output = CommonOptions.Output();
        var offline = CommonOptions.Offline();
        var json = new Option<bool>("--json") { Description = "The findings as one JSON object." };
        var inject = Inject();
        var image = new Option<string?>("--image") { Description = "With --inject: an image with Python, by digest; default: that of the first suite, else a pinned python:3.11.", HelpName = "REF" };
        var command = new Command("doctor", "Checks engine, permissions, disk, memory, clock, and the image and Python of each suite.")
        {
            suites, engine, output, offline, json, inject, image,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new RunRequest
            {
                Suites = parsed.GetValue(suites) ?? [],
                WorkingDirectory = Directory.GetCurrentDirectory(),
                Engine = parsed.GetValue(engine),
                Output = parsed.GetValue(output),
                Offline = parsed.GetValue(offline) ? true : null,
                Environment = CallerEnvironment.Read(),
            };
            return parsed.GetValue(inject) is { } fault
                ? await InjectAsync(terminal, fault, request, parsed.GetValue(image), parsed.GetValue(json), cancellationToken).ConfigureAwait(false)
                : await ExamineAsync(terminal, request, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static Option<string?> Inject()
    {
        var inject = new Option<string?>("--inject")
        {
            Description = $"Make a fault happen here, and see whether it is named rightly: the name of a cause, or {All} for the {Injections.All.Count} that can be made.",
            HelpName = "FAULT",
        };
        inject.CompletionSources.Add([All, .. Injections.All.Select(injection => injection.Cause)]);
        inject.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && Chosen(name.Value).Count == 0)
                result.AddError($"--inject: '{name.Value}' cannot be made; {string.Join(", ", Injections.All.Select(injection => injection.Cause))} or {All} is expected.");
        });
        return inject;
    }

    private static IReadOnlyList<Injection> Chosen(string name) => name == All ? Injections.All
        : Injections.Find(name) is { } one ? [one]
        : [];

    private static async Task<int> ExamineAsync(ITerminal terminal, RunRequest request, bool json, CancellationToken cancellationToken)
    {
        var report = await Examination.RunAsync(request, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await terminal.Result.WriteLineAsync((json ? report.ToJson() : DoctorText.Of(report)).TrimEnd()).ConfigureAwait(false);
        return report.ExitCode;
    }

    // All of them take a minute or two, so that each is told as soon as it is known.
    private static async Task<int> InjectAsync(
        ITerminal terminal, string fault, RunRequest request, string? image, bool json, CancellationToken cancellationToken)
    {
        var told = TextWriter.Synchronized(terminal.Result);
        void Tell(CheckResult check)
        {
            if (!json)
                told.Write(DoctorText.Line(check, check.Name.Length));
        }

        var report = await ReportAsync().ConfigureAwait(false);
        await terminal.Result.WriteLineAsync((json ? report.ToJson() : DoctorText.Total(report)).TrimEnd()).ConfigureAwait(false);
        return report.ExitCode;

        async Task<DoctorReport> ReportAsync()
        {
            IReadOnlyList<CheckResult> problems = [];
            if ((image is null ? InjectionImage.Of(request, out problems) : new(image, "--image")) is not { } chosen)
            {
                foreach (var problem in problems)
                    Tell(problem);
                return new(problems);
            }

            await terminal.Progress.WriteLineAsync(SafeText.Line($"Faults are made in {chosen.Reference} ({chosen.From}).", 1_000)).ConfigureAwait(false);
            return await InjectionRun.RunAsync(Chosen(fault), request, chosen.Reference, Tell, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }
}
