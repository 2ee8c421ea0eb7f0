using System.Globalization;
using Harness.Sizing;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>Tells of the search for a suite's size.</summary>
public static class SizeText
{
    /// <summary>A trial in a line, such as <c>96MiB: passed, 2.1 s, peak 71 MiB</c>.</summary>
    public static string Of(SizeTrial trial)
    {
        var cpus = trial.Cpus is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count} CPUs") : "";
        var end = trial.Passed ? "passed" : $"failed ({trial.Cause ?? "no cause"})";
        var peak = trial.PeakMemoryBytes is { } bytes ? $", peak {Amounts.Bytes(bytes)}" : "";
        return SafeText.Line($"{ByteSize.Format(trial.MemoryBytes)}{cpus}: {end}, {Amounts.Seconds(trial.Seconds)}{peak}");
    }

    /// <summary>What to write into the suite.</summary>
    public static string Of(SizeResult result) => result switch
    {
        { MemoryBytes: { } memory, Cpus: { } cpus } => string.Create(CultureInfo.InvariantCulture, $"limits: {{memory: {ByteSize.Format(memory)}, cpus: {cpus}}}"),
        { MemoryBytes: { } memory } => $"limits: {{memory: {ByteSize.Format(memory)}}}",
        _ => "",
    };
}
