using Harness.Evidence;

namespace Harness.History;

/// <summary>Numbers over many records.</summary>
public sealed record HistoryTotals
{
    /// <summary>Records that were read.</summary>
    public required int Records { get; init; }

    /// <summary>The part of them that passed, 0 to 1; null when there are none.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>How often each verdict came out.</summary>
    public required IReadOnlyDictionary<string, int> Verdicts { get; init; }

    /// <summary>How often each cause was the first one of a record.</summary>
    public required IReadOnlyDictionary<string, int> Causes { get; init; }

    /// <summary>Of those, the causes of records whose verdict is <see cref="Verdict.Infrastructure"/>.</summary>
    public required IReadOnlyDictionary<string, int> Infrastructure { get; init; }

    /// <summary>Runs in all records.</summary>
    public required int Runs { get; init; }

    /// <summary>Runs that passed after a retry.</summary>
    public required int Recovered { get; init; }

    /// <summary>The part of the runs that was recovered by a retry, 0 to 1; null when there are none.</summary>
    public double? RecoveredRate { get; init; }

    /// <summary>Seconds from the start of an attempt to its violent end; null when none had one.</summary>
    public Distribution? SecondsToKill { get; init; }

    /// <summary>Steps that had ended before it.</summary>
    public Distribution? StepsBeforeKill { get; init; }

    /// <summary>Durations, in seconds.</summary>
    public Distribution? DurationSeconds { get; init; }

    /// <summary>Peak memory, in bytes.</summary>
    public Distribution? PeakMemoryBytes { get; init; }

    internal static HistoryTotals Of(IReadOnlyList<HistoryEntry> entries) => new()
    {
        Records = entries.Count,
        SuccessRate = Rate(entries.Count(entry => entry.Verdict is Verdict.Passed), entries.Count),
        Verdicts = Counts(entries.Select(entry => KebabCase.Of(entry.Verdict))),
        Causes = Counts(entries.Select(entry => entry.Cause)),
        Infrastructure = Counts(entries.Where(entry => entry.Verdict is Verdict.Infrastructure).Select(entry => entry.Cause)),
        Runs = entries.Sum(entry => entry.Runs),
        Recovered = entries.Sum(entry => entry.Statistics?.Recovered ?? 0),
        RecoveredRate = Rate(entries.Sum(entry => entry.Statistics?.Recovered ?? 0), entries.Sum(entry => entry.Runs)),
        SecondsToKill = Distribution.Of(entries.Select(entry => entry.Statistics?.SecondsToKill)),
        StepsBeforeKill = Distribution.Of(entries.Select(entry => (double?)entry.Statistics?.StepsBeforeKill)),
        DurationSeconds = Distribution.Of(entries.Select(entry => entry.DurationSeconds > 0 ? entry.DurationSeconds : (double?)null)),
        PeakMemoryBytes = Distribution.Of(entries.Select(entry => (double?)entry.PeakMemoryBytes)),
    };

    internal static double? Rate(int part, int all) => all == 0 ? null : Math.Round((double)part / all, 4);

    // The most frequent first; of equals by name, so that equal records give equal pages.
    private static Dictionary<string, int> Counts(IEnumerable<string?> names) => names.OfType<string>()
        .CountBy(name => name)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);
}
