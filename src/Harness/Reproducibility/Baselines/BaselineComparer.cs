using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>Tells what changed between two records of a suite, which may come from different machines.</summary>
public static class BaselineComparer
{
    private const int MostFiles = 50;

    /// <summary>Compares a record with an older one.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="ignored">Areas that are not compared.</param>
    public static BaselineComparison Compare(BaselineSuite before, BaselineSuite after, IReadOnlyCollection<string>? ignored = null)
    {
        var unrecorded = new List<string>();
        if (before.Result.Environment?.Packages is null || after.Result.Environment?.Packages is null)
            unrecorded.Add("packages");
        var (left, right) = (before.Result, after.Result);
        List<Change> changes = [.. Identity(left, right), .. EnvironmentChanges.Of(left.Environment, right.Environment)];
        int? omitted = null;
        if (before.Files is null || after.Files is null)
            unrecorded.Add("files");
        else if (!changes.Any(change => change.Area is ChangeAreas.Package or ChangeAreas.Archive or ChangeAreas.Python))
            omitted = Files(before.Files, after.Files, changes);

        changes.AddRange(SurroundingsChanges.Of(left, right));
        changes.AddRange(OutcomeChanges.Of(left, right));
        changes.RemoveAll(change => ignored?.Contains(change.Area) == true);
        return new(changes.Count > 0 ? BaselineVerdict.Different : BaselineVerdict.Same, changes)
        {
            StartedAt = left.StartedAt,
            Was = left.Verdict,
            Measurements = [.. MeasuredChanges.Of(left, right)],
            Omitted = ignored?.Contains(ChangeAreas.File) == true ? null : omitted,
            Unrecorded = unrecorded.Count > 0 ? unrecorded : null,
        };
    }

    private static IEnumerable<Change> Identity(SuiteResult left, SuiteResult right)
    {
        if (left.Suite != right.Suite)
            yield return new(ChangeAreas.Suite, "", left.Suite, right.Suite);
        var (before, after) = (left.Image, right.Image);
        if (before is null || after is null)
            yield break;

        // What both know is compared, the strongest first: the manifest's digest, the configuration's, the name.
        var (was, now) = (before.Digest, after.Digest) is ({ } a, { } b) ? (a, b)
            : (before.Id, after.Id) is ({ } c, { } d) ? (c, d)
            : (before.Reference, after.Reference);
        if (was != now)
            yield return new(ChangeAreas.Image, "", was, now);
        if (before.Platform is not null && after.Platform is not null && before.Platform != after.Platform)
            yield return new(ChangeAreas.Image, "platform", before.Platform, after.Platform);
    }

    private static int? Files(IReadOnlyDictionary<string, FileEntry> before, IReadOnlyDictionary<string, FileEntry> after, List<Change> changes)
    {
        var real = new FileComparison(before, after).Differences()
            .Where(difference => !difference.Benign)
            .OrderBy(difference => difference.Subject, StringComparer.Ordinal)
            .ToList();
        changes.AddRange(real.Take(MostFiles).Select(file => new Change(ChangeAreas.File, file.Subject, file.Left, file.Right)));
        return real.Count > MostFiles ? real.Count - MostFiles : null;
    }
}
