namespace Harness.History;

/// <summary>A suite over time.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Totals">Its numbers.</param>
/// <param name="Points">Its records, oldest first.</param>
/// <param name="Tests">Its tests; the flakiest first.</param>
/// <param name="Packages">Packages that drifted or changed; those that drifted most first.</param>
/// <param name="FirstBad">Where it ceased to pass, oldest first.</param>
public sealed record SuiteHistory(
    string Suite,
    HistoryTotals Totals,
    IReadOnlyList<HistoryPoint> Points,
    IReadOnlyList<TestHistory> Tests,
    IReadOnlyList<PackageHistory> Packages,
    IReadOnlyList<FirstBad> FirstBad)
{
    internal static SuiteHistory Of(string suite, IReadOnlyList<HistoryEntry> entries) => new(
        suite,
        HistoryTotals.Of(entries),
        [.. entries.Select(entry => new HistoryPoint(entry.At, entry.Folder, entry.Verdict, entry.Cause, entry.DurationSeconds, entry.PeakMemoryBytes))],
        TestHistory.Of(entries),
        PackageHistory.Of(entries),
        History.FirstBad.Of(entries));
}
