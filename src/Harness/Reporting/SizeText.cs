using System.Globalization;
using System.Text;
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
        var end = trial.Passed ? trial.IsTooSlow ? "too slow" : "passed" : $"failed ({trial.Cause ?? "no cause"})";
        var most = trial.MostSeconds is { } seconds && trial.Passed && trial.IsTooSlow ? $" of at most {Amounts.Seconds(seconds)}" : "";
        var peak = trial.PeakMemoryBytes is { } bytes ? $", peak {Amounts.Bytes(bytes)}" : "";
        return SafeText.Line($"{ByteSize.Format(trial.MemoryBytes)}{cpus}: {end}, {Amounts.Seconds(trial.Seconds)}{most}{peak}");
    }

    /// <summary>Why the last trial did not pass: for each cause the fact at its place, the remedy and the file that shows most.</summary>
    public static string Of(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(SafeText.Line($"{finding.Position}: error {finding.Code}: {finding.Text}", 1_000)).Append('\n');
            Columns.Append(text, "  ", [["remedy", finding.Remedy], .. finding.See is { } see ? [["see", see]] : Array.Empty<string[]>()]);
        }

        return text.ToString();
    }

    /// <summary>What to write into the suite.</summary>
    public static string Of(SizeResult result) => result switch
    {
        { MemoryBytes: { } memory, Cpus: { } cpus } => string.Create(CultureInfo.InvariantCulture, $"limits: {{memory: {ByteSize.Format(memory)}, cpus: {cpus}}}"),
        { MemoryBytes: { } memory } => $"limits: {{memory: {ByteSize.Format(memory)}}}",
        _ => "",
    };
}
