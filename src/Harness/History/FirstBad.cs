using Harness.Evidence;

namespace Harness.History;

/// <summary>The first record of a suite that did not pass after one that did, and what had changed in between.</summary>
/// <param name="At">When it started, UTC.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Cause">The name of its first cause.</param>
/// <param name="LastGoodFolder">The folder of the record before, which passed.</param>
/// <param name="Changed">What differs between the two, such as <c>idna 3.6 -> 3.7</c>; empty: nothing that the records tell.</param>
/// <param name="GoodAgain">When a record passed again; null: none has.</param>
public sealed record FirstBad(
    DateTimeOffset At, string Folder, Verdict Verdict, string? Cause, string LastGoodFolder, IReadOnlyList<string> Changed, DateTimeOffset? GoodAgain)
{
    internal static IReadOnlyList<FirstBad> Of(IReadOnlyList<HistoryEntry> entries)
    {
        var found = new List<FirstBad>();
        for (var index = 1; index < entries.Count; index++)
        {
            var (good, bad) = (entries[index - 1], entries[index]);
            if (good.Verdict is not Verdict.Passed || bad.Verdict is Verdict.Passed)
                continue;
            var again = entries.Skip(index).FirstOrDefault(entry => entry.Verdict is Verdict.Passed)?.At;
            found.Add(new(bad.At, bad.Folder, bad.Verdict, bad.Cause, good.Folder, [.. bad.Facts.ChangesSince(good.Facts)], again));
        }

        return found;
    }
}
