using System.Globalization;
using System.Text;
using Harness.Sizing;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>Tells of the search for a suite's size.</summary>
public static class SizeText
{
    private const long Room = 5;
    private const long Whole = 1L << 20;

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

    /// <summary>What the suite passed with.</summary>
    public static string Of(SizeResult result) => result.MemoryBytes is { } memory ? Limits(memory, result.Cpus) : "";

    /// <summary>What to write into the suite instead, since what just sufficed is exceeded by the first run that takes a little more.</summary>
    /// <param name="memoryBytes">The smallest memory limit that it passed with.</param>
    /// <param name="cpus">The fewest CPUs; null when they were not asked for.</param>
    /// <param name="suite">The suite's file, as the user named it.</param>
    public static string Advice(long memoryBytes, double? cpus, string suite)
    {
        var roomy = (memoryBytes + (memoryBytes / Room) + Whole - 1) / Whole * Whole;
        return SafeText.Line($"{ByteSize.Format(memoryBytes)} is the least memory that it passed with, without reserve. With a fifth more, in {suite}: {Limits(roomy, cpus)}", 1_000);
    }

    private static string Limits(long memoryBytes, double? cpus) => cpus is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"limits: {{memory: {ByteSize.Format(memoryBytes)}, cpus: {count}}}")
        : $"limits: {{memory: {ByteSize.Format(memoryBytes)}}}";
}
