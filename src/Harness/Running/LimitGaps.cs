using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>
/// Says which limits did not hold on this engine. What the suite itself leaves open, such as a workspace that can be written, is in the
/// records and no warning: whoever asked for it knows, and could not get rid of the warning.
/// </summary>
internal static class LimitGaps
{
    /// <summary>One warning for each gap, whatever the number of limits and runs that it is in.</summary>
    public static IEnumerable<Cause> Of(IReadOnlyList<Run> runs) =>
        from gap in runs.SelectMany(run => run.Attempts).SelectMany(attempt => attempt.Limits)
            .Where(limit => limit is { Gap: not null, Asked: false }).Distinct().GroupBy(limit => limit.Gap)
        let limits = gap.Select(limit => $"limits.{limit.Limit}").Distinct().ToList()
        select CauseBuilder.Create("limit-not-enforced", Confidence.Own,
            $"{string.Join(" and ", limits)} {(limits.Count == 1 ? "is" : "are")} not fully enforced: {gap.Key}.")
            .Because("sandbox", string.Join("; ", gap.Select(limit => $"{limit.Limit}: {limit.By}").Distinct()));
}
