using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Doctor;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness doctor</c>: says what keeps suites from running here.</summary>
internal static class DoctorCommand
{
    public static Command Create(ITerminal terminal)
    {
        var suites = CommonOptions.Suites();
        var engine = CommonOptions.Engine();
        var output = CommonOptions.Output();
        var offline = CommonOptions.Offline();
        var json = new Option<bool>("--json") { Description = "The findings as one JSON object." };
        var inject = new Option<string?>("--inject") { Description = $"Make one fault happen here, and see whether it is named rightly: {FaultInjection.Names}.", HelpName = "FAULT" };
        inject.CompletionSources.Add([.. FaultInjection.All.Select(fault => fault.Cause)]);
        inject.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && FaultInjection.Find(name.Value) is null)
                result.AddError($"--inject: '{name.Value}' is not known; {FaultInjection.Names} is expected.");
        });
        var image = new Option<string?>("--image") { Description = "With --inject: an image with Python, by digest; default: a pinned python:3.11.", HelpName = "REF" };
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
            var report = parsed.GetValue(inject) is { } fault
                ? await FaultInjection.Find(fault)!.RunAsync(request, parsed.GetValue(image), TimeProvider.System, cancellationToken).ConfigureAwait(false)
                : await Examination.RunAsync(request, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            await terminal.Result.WriteLineAsync((parsed.GetValue(json) ? report.ToJson() : DoctorText.Of(report)).TrimEnd()).ConfigureAwait(false);
            return report.ExitCode;
        });
        return command;
    }
}
