using Harness.Evidence;

namespace Harness.Reproducibility;

/// <summary>Compares how the steps ended. How long they took and what they printed is not compared.</summary>
internal static class OutcomeComparison
{
    public static IEnumerable<Difference> Differences(IReadOnlyList<StepResult> left, IReadOnlyList<StepResult> right)
    {
        foreach (var name in left.Concat(right).Select(step => step.Name).Distinct())
        {
            var first = left.FirstOrDefault(step => step.Name == name);
            var second = right.FirstOrDefault(step => step.Name == name);
            if (Outcome(first) != Outcome(second))
                yield return new Difference(DifferenceKinds.Outcome, name, Outcome(first), Outcome(second));
            else if (Unmet(first) != Unmet(second))
                yield return new Difference(DifferenceKinds.Expectation, name, Unmet(first), Unmet(second));
        }
    }

    /// <summary>A step's outcome in words, such as <c>failed, exit code 1</c>.</summary>
    public static string? Outcome(StepResult? step)
    {
        if (step is null)
            return null;
        var word = KebabCase.Of(step.Outcome);
        return (step.Signal, step.ExitCode) switch
        {
            ({ } signal, _) => $"{word}, signal {signal}",
            (null, { } code) => $"{word}, exit code {code}",
            _ => word,
        };
    }

    private static string? Unmet(StepResult? step) => step?.Unmet is { Count: > 0 } unmet ? string.Join("; ", unmet) : null;
}
