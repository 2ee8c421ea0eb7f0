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

    /// <summary>The lines of an event, of which output may have several; none for events that are not told.</summary>
    /// <param name="runEvent">The event.</param>
    /// <param name="verbose">Whether images, the start of each step and what it prints are told too.</param>
    public static IEnumerable<string> Lines(RunEvent runEvent, bool verbose) => runEvent.Kind == RunEventKind.StepOutput
        ? StepPlan.PrintsForHarness(runEvent.Step) ? [] : Output(runEvent).Select(line => SafeText.Line(line, 1_000))
        : Of(runEvent, verbose) is { } line ? [line] : [];

    private static IEnumerable<string> Output(RunEvent e) =>
    [
        .. e.SkippedBytes is { } skipped ? [$"{Where(e)} {e.Step} | [{skipped} bytes more, in the log]"] : Array.Empty<string>(),
        .. (e.Text ?? "").Split('\n').Select(line => $"{Where(e)} {e.Step} | {line.TrimEnd('\r')}"),
    ];

    private static string? Line(RunEvent e, bool verbose) => e.Kind switch
    {
        RunEventKind.ImagePulling when verbose => $"{e.Suite}: image {e.Text}",
        RunEventKind.StepStarted when verbose => $"{Where(e)} {e.Step} ...",
        RunEventKind.StepEnded when verbose || !StepPlan.IsBeside(e.Step) => $"{Where(e)} {e.Step} {Outcome(e)} ({Seconds(e)})",
        RunEventKind.Note => e.Text,
        _ => null,
    };

    private static string Where(RunEvent e) => $"{e.Suite} run {e.Run}:";

    private static string Outcome(RunEvent e) => e.Outcome is { } outcome ? Wording.Of(outcome) : "ended";

    private static string Seconds(RunEvent e) => string.Create(CultureInfo.InvariantCulture, $"{e.DurationSeconds:0.0} s");
}
