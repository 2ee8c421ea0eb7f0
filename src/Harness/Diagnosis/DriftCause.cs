using Harness.Reproducibility;

namespace Harness.Diagnosis;

/// <summary>The cause that two runs differ.</summary>
internal static class DriftCause
{
    private const int Shown = 3;

    /// <summary>The cause of a comparison that found drift.</summary>
    public static Cause Of(Comparison comparison)
    {
        var (name, what) = comparison.Verdict switch
        {
            ReproducibilityVerdict.EnvironmentDrift => ("environment-drift", "installed different packages"),
            ReproducibilityVerdict.ContentDrift => ("content-drift", "installed the same versions with different files"),
            _ => ("outcome-drift", "had the same environment and different outcomes"),
        };
        var real = comparison.Differences.Where(difference => !difference.Benign).ToList();
        var cause = CauseBuilder.Create(name, Confidence.Own, real.Count > 0
            ? $"The two runs {what}: {Text(real[0])}" + (real.Count > 1 ? $", and {real.Count - 1} more." : ".")
            : $"The two runs {what}.") with { Subject = real.FirstOrDefault()?.Subject };
        return real.Take(Shown).Aggregate(cause, (current, difference) => current.Because("suite", Text(difference)));
    }

    private static string Text(Difference difference) =>
        $"{difference.Kind} of {difference.Subject}: {difference.Left ?? "absent"} and {difference.Right ?? "absent"}{(difference.Rule is { } rule ? $" ({rule})" : "")}";
}
