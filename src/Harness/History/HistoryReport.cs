namespace Harness.History;

/// <summary>What many artifacts folders tell over time, as it stands in <c>history.json</c> (schema 1).</summary>
public sealed record HistoryReport
{
    /// <summary>Version of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Numbers over all records.</summary>
    public required HistoryTotals Totals { get; init; }

    /// <summary>The suites, by name.</summary>
    public required IReadOnlyList<SuiteHistory> Suites { get; init; }

    /// <summary>Records that could not be read.</summary>
    public required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>How many trials of <c>harness size</c> were left out.</summary>
    public int Trials { get; init; }

    /// <summary>Reads all records below folders.</summary>
    /// <param name="folders">Artifacts folders, or folders that hold some at any depth. Links are not followed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static HistoryReport Read(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var reader = new HistoryReader();
        var entries = new List<HistoryEntry>();
        foreach (var entry in reader.Read(folders))
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(entry);
        }

        entries.Sort((left, right) => (left.At, left.Folder).CompareTo((right.At, right.Folder)));
        return new()
        {
            Totals = HistoryTotals.Of(entries),
            Suites = [.. entries.GroupBy(entry => entry.Suite).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => SuiteHistory.Of(group.Key, [.. group]))],
            Unreadable = reader.Unreadable,
            Trials = reader.Trials,
        };
    }
}
