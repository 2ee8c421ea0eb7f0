namespace Harness.Reproducibility.Baselines;

/// <summary>All suites of two artifacts folders compared, as <c>harness compare --json</c> prints it (schema 1).</summary>
/// <param name="Before">The older one, as the user named it.</param>
/// <param name="After">The newer one, as the user named it.</param>
/// <param name="Verdict"><c>different</c> when any suite is.</param>
/// <param name="Suites">Every suite that either has, by name.</param>
public sealed record ComparedRecords(string Before, string After, BaselineVerdict Verdict, IReadOnlyList<ComparedSuite> Suites)
{
    /// <summary>Version of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Compares suites of equal names; where both sides hold just one, those two whatever their names are.</summary>
    /// <param name="before">The older records.</param>
    /// <param name="after">The newer records.</param>
    /// <param name="ignored">Areas that are not compared.</param>
    public static ComparedRecords Of(Baseline before, Baseline after, IReadOnlyCollection<string>? ignored = null)
    {
        var only = before.Suites.Count == 1 && after.Suites.Count == 1;
        var suites = after.Suites.Select(suite => Compare(before.Find(suite.Result.Suite, only), suite, ignored)).ToList();
        if (!only)
            suites.AddRange(before.Suites.Where(suite => after.Find(suite.Result.Suite) is null).Select(suite => Absent(suite.Result.Suite, suite.Result.Suite, null)));
        var different = suites.Any(suite => suite.Comparison.Verdict is not BaselineVerdict.Same);
        return new(
            before.ShownAs, after.ShownAs,
            different ? BaselineVerdict.Different : BaselineVerdict.Same,
            [.. suites.OrderBy(suite => suite.Suite, StringComparer.Ordinal)]);
    }

    private static ComparedSuite Compare(BaselineSuite? before, BaselineSuite after, IReadOnlyCollection<string>? ignored) => before is null
        ? Absent(after.Result.Suite, null, after.Result.Suite)
        : new(after.Result.Suite, BaselineComparer.Compare(before, after, ignored));

    private static ComparedSuite Absent(string name, string? before, string? after) =>
        new(name, new(BaselineVerdict.Different, [new(ChangeAreas.Suite, "", before, after)]));
}
