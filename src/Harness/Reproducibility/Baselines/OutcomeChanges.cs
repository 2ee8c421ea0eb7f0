using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>Compares how the steps ended and what the suite came to.</summary>
internal static class OutcomeChanges
{
    public static IEnumerable<Change> Of(SuiteResult before, SuiteResult after)
    {
        var (was, now) = (Steps(before), Steps(after));
        // Where nothing was run there are no outcomes to compare; the verdict says it.
        if (was.Count > 0 && now.Count > 0)
        {
            foreach (var name in was.Keys.Union(now.Keys))
            {
                var (left, right) = (was.GetValueOrDefault(name), now.GetValueOrDefault(name));
                if (left != right)
                    yield return new(ChangeAreas.Outcome, name, left, right);
            }
        }

        if (Verdict(before) != Verdict(after))
            yield return new(ChangeAreas.Verdict, "", Verdict(before), Verdict(after));
    }

    // A step's outcome in every run; one word where the runs agree.
    private static Dictionary<string, string> Steps(SuiteResult result) => result.Runs
        .Where(run => run.Attempts.Count > 0)
        .SelectMany(run => run.Attempts[^1].Steps)
        .GroupBy(step => step.Name)
        .ToDictionary(steps => steps.Key, steps => string.Join(" | ", steps.Select(OutcomeComparison.Outcome).Distinct()), StringComparer.Ordinal);

    private static string Verdict(SuiteResult result) =>
        KebabCase.Of(result.Verdict) + (result is { Verdict: not Evidence.Verdict.Passed, Causes: [var cause, ..] } ? $" ({cause.Name})" : "");
}
