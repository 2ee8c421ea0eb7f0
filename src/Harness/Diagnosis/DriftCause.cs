using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Diagnosis;

/// <summary>The cause that two runs differ.</summary>
internal static class DriftCause
{
    /// <summary>How many differences are among the evidence.</summary>
    public const int Shown = 3;

    private const int LongestLine = 120;

    /// <summary>The cause of a comparison that found drift.</summary>
    /// <param name="comparison">What differs.</param>
    /// <param name="about">The suite, for the line that asks for what differs.</param>
    public static Cause Of(Comparison comparison, SuiteEvidence about)
    {
        var unknown = (comparison.Unrecorded ?? []).Intersect(Taken(comparison.Verdict)).ToList();
        var real = comparison.Differences.Where(difference => !difference.Benign).ToList();
        var words = new DriftText(comparison);
        var cause = CauseBuilder.Create(
            Name(comparison.Verdict), unknown.Count == 0 ? Confidence.Own : Confidence.Likely, words.Summary(real), real is [var first, ..] ? Remedy(first) : null) with
        { Subject = real.FirstOrDefault()?.Subject };
        if (unknown.Count > 0)
            cause = cause.SettledBy($"A record of the installed {string.Join(" and ", unknown)} of both runs.");
        return real.Where((difference, index) => index == 0 || !DriftText.Follows(difference)).Take(Shown).SelectMany(Evidence)
            .Aggregate(real is [var decisive, ..] ? cause.At(Position(decisive, about)) : cause, (current, line) => current.Because(line.Source, line.Text));
    }

    /// <summary>Whether a cause is that two runs differ.</summary>
    public static bool Is(Cause cause) => cause.Name is "environment-drift" or "content-drift" or "outcome-drift";

    private static string Name(ReproducibilityVerdict verdict) => verdict switch
    {
        ReproducibilityVerdict.EnvironmentDrift => "environment-drift",
        ReproducibilityVerdict.ContentDrift => "content-drift",
        _ => "outcome-drift",
    };

    // What a verdict takes to be equal.
    private static string[] Taken(ReproducibilityVerdict verdict) => verdict switch
    {
        ReproducibilityVerdict.EnvironmentDrift => [],
        ReproducibilityVerdict.ContentDrift => ["packages"],
        _ => ["packages", "files"],
    };

    // The lines of a text say more than two hashes.
    private static IEnumerable<EvidenceLine> Evidence(Difference difference) => difference.Lines is { Count: > 0 } lines
        ? lines.Select(line => new EvidenceLine("files", line.Length <= LongestLine ? line : line[..LongestLine] + "..."))
        : [new(Witness(difference.Kind), $"{difference.Subject}: {Hashes.Short(difference.Left) ?? "absent"} and {Hashes.Short(difference.Right) ?? "absent"}")];

    private static string Witness(string kind) => kind switch
    {
        DifferenceKinds.File => "files",
        DifferenceKinds.Archive => "install-report",
        DifferenceKinds.Version or DifferenceKinds.Missing => "freeze",
        _ => "outcomes",
    };

    private static Suites.SourcePosition? Position(Difference difference, SuiteEvidence about) =>
        DifferenceKinds.OfOutcome.Contains(difference.Kind)
            ? about.Suite.Tests.FirstOrDefault(test => "test:" + test.Name == difference.Subject)?.Position
            : ((difference.Kind == DifferenceKinds.File ? difference.Package : difference.Subject) is { } package ? RequirementLines.Find(about.Inputs, package) : null)
                ?? about.Suite.Positions.GetValueOrDefault("python.requirements");

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
}
