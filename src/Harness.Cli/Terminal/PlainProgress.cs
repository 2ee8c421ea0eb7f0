using System.Globalization;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>Progress as plain lines.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="verbose">Whether the start of each step is told too.</param>
internal sealed class PlainProgress(TextWriter writer, bool verbose) : IRunProgress
{
    private readonly Lock gate = new();

    public void Report(RunEvent runEvent)
    {
        if (Line(runEvent) is not { } line)
            return;
        lock (gate)
            writer.WriteLine(SafeText.Line(line, 1_000));
    }

    private string? Line(RunEvent e) => e.Kind switch
    {
        RunEventKind.ImagePulling when verbose => $"{e.Suite}: image {e.Text}",
        RunEventKind.StepStarted when verbose => $"{Where(e)} {e.Step} ...",
        RunEventKind.StepEnded => $"{Where(e)} {e.Step} {e.Outcome?.ToString().ToLowerInvariant()} ({Seconds(e)})",
        RunEventKind.Note => e.Text,
        _ => null,
    };

    private static string Where(RunEvent e) => $"{e.Suite} run {e.Run}:";

    private static string Seconds(RunEvent e) => string.Create(CultureInfo.InvariantCulture, $"{e.DurationSeconds:0.0} s");
}
