namespace Harness.History;

/// <summary>A test over time.</summary>
/// <param name="Test">Its name.</param>
/// <param name="Ran">Records in which it was run.</param>
/// <param name="Failed">Records in which it only failed.</param>
/// <param name="Flaky">Records in which it both failed and passed, with the same inputs.</param>
/// <param name="FlakeRate">The part of those in which it ran, 0 to 1.</param>
public sealed record TestHistory(string Test, int Ran, int Failed, int Flaky, double FlakeRate)
{
    internal static IReadOnlyList<TestHistory> Of(IEnumerable<HistoryEntry> entries) =>
    [
        .. from entry in entries
           from end in entry.Tests
           group end by end.Test into ends
           let flaky = ends.Count(end => end is { Passed: true, Failed: true })
           let failed = ends.Count(end => end is { Passed: false, Failed: true })
           orderby flaky descending, failed descending, ends.Key
           select new TestHistory(ends.Key, ends.Count(), failed, flaky, HistoryTotals.Rate(flaky, ends.Count())!.Value),
    ];
}
