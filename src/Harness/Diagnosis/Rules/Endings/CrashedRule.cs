using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Endings;

/// <summary>
/// A process died of a fault of its own. Needs: an exit code of 128 and the number of a signal that faults raise. For: the
/// interpreter's own report, which also says where. Against: nothing; memory and /dev/shm have been asked before.
/// </summary>
internal static partial class CrashedRule
{
    private const int FirstSignalCode = 128;

    public static Cause? Explain(Case @case)
    {
        if (!@case.EndedByItself || Meaning(@case.ExitCode - FirstSignalCode) is not { } meaning || Resources.MemoryErrorRule.Text(@case) is not null)
            return null;
        var signal = SignalNames.Of(@case.ExitCode - FirstSignalCode);
        var report = TextWitness.FirstLine(@case.Step, "Fatal Python error");
        var frame = report is null ? null : Frame().Match(@case.Step.StderrTail) is { Success: true } match ? match.Value.Trim() : null;
        return @case.Create("crashed", report is null ? Confidence.Likely : Confidence.Stated,
            $"{@case.Name} died of {signal} ({meaning}).",
            frame is null
                ? $"Look for native code in {@case.Name} that raises {signal}: extension modules first, then wheels built for other processors."
                : $"Look at {frame}, and at the native code that it calls{(signal == "SIGILL" ? ": a wheel for newer processors, most often (AVX2, AVX-512)" : "")}.")
            .Because("exit-code", $"{@case.ExitCode} = 128 + {@case.ExitCode - FirstSignalCode}")
            .BecauseIf(report is not null, "stderr", () => report!)
            .BecauseIf(frame is not null, "stderr", () => frame!);
    }

    private static string? Meaning(int? signal) => signal switch
    {
        4 => "illegal instruction",
        5 => "trap",
        6 => "abort",
        7 => "bus error",
        8 => "arithmetic error",
        11 => "segmentation fault",
        31 => "forbidden system call",
        _ => null,
    };

    [GeneratedRegex(@"File ""[^""]+"", line \d+ in \S+")]
    private static partial Regex Frame();
}
