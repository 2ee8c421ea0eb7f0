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
        var unknown = (comparison.Unrecorded ?? []).Intersect(Taken(comparison.Verdict)).ToList();
        var real = comparison.Differences.Where(difference => !difference.Benign).ToList();
        var cause = CauseBuilder.Create(name, unknown.Count == 0 ? Confidence.Own : Confidence.Likely, real.Count > 0
            ? $"The two runs {what}: {Text(real[0])}" + (real.Count > 1 ? $", and {real.Count - 1} more." : ".")
            : $"The two runs {what}.", real is [var first, ..] ? Remedy(first) : null) with
        { Subject = real.FirstOrDefault()?.Subject };
        if (unknown.Count > 0)
            cause = cause.SettledBy($"A record of the installed {string.Join(" and ", unknown)} of both runs.");
        return real.Take(Shown).Aggregate(cause, (current, difference) => current.Because("suite", Text(difference)));
    }

    // What a verdict takes to be equal.
    private static string[] Taken(ReproducibilityVerdict verdict) => verdict switch
    {
        ReproducibilityVerdict.EnvironmentDrift => [],
        ReproducibilityVerdict.ContentDrift => ["packages"],
        _ => ["packages", "files"],
    };

    private static string Remedy(Difference difference) => difference.Kind switch
    {
        DifferenceKinds.Version => $"Write {difference.Subject}=={difference.Left} into a constraints file.",
        DifferenceKinds.Missing => $"Write {difference.Subject} with its version into the requirements, so that it does not depend on what else is installed.",
        DifferenceKinds.Archive => $"Pin the archive of {difference.Subject} by its hash (--hash=sha256:…); the same version came from two archives.",
        DifferenceKinds.File when difference.Package is { } package =>
            $"Use a wheel of {package} (python.binary: only), or make its build give the same bytes each time.",
        DifferenceKinds.File => $"Use a wheel of the package that {difference.Subject} belongs to (python.binary: only), or make its build give the same bytes each time.",
        _ => $"Look for time, order, randomness and shared state in {difference.Subject}; its logs of both runs are in the artifacts.",
    };

    private static string Text(Difference difference) =>
        $"{difference.Kind} of {difference.Subject}: {difference.Left ?? "absent"} and {difference.Right ?? "absent"}{(difference.Rule is { } rule ? $" ({rule})" : "")}";
}
