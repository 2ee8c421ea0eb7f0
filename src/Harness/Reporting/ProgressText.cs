using System.Globalization;
using Harness.Running;

namespace Harness.Reporting;

/// <summary>Tells what happens in a run, a safe line for each event.</summary>
public static class ProgressText
{
    /// <summary>The line of an event; null for events that are not told.</summary>
    /// <param name="runEvent">The event.</param>
    /// <param name="verbose">Whether images and the start of each step are told too.</param>
    public static string? Of(RunEvent runEvent, bool verbose) => Line(runEvent, verbose) is { } line ? SafeText.Line(line, 1_000) : null;

    private static string? Line(RunEvent e, bool verbose) => e.Kind switch
    {
        RunEventKind.ImagePulling when verbose => $"{e.Suite}: image {e.Text}",
        RunEventKind.StepStarted when verbose => $"{Where(e)} {e.Step} ...",
        RunEventKind.StepEnded => $"{Where(e)} {e.Step} {Outcome(e)} ({Seconds(e)})",
        RunEventKind.Note => e.Text,
        _ => null,
    };

    private static string Where(RunEvent e) => $"{e.Suite} run {e.Run}:";

    private static string Outcome(RunEvent e) => e.Outcome is { } outcome ? Wording.Of(outcome) : "ended";

    private static string Seconds(RunEvent e) => string.Create(CultureInfo.InvariantCulture, $"{e.DurationSeconds:0.0} s");
}
