using Harness.Reproducibility.Rules;

namespace Harness.Reproducibility;

/// <summary>Compares two runs.</summary>
public static class Comparer
{
    // Enough for a record that people can still open; the diff files have the rest.
    private const int MostListed = 10_000;

    // Enough to see what kind of difference it is.
    private const int MostWithLines = 3;
    private const int MostLines = 4;

    /// <summary>Compares what two runs installed and how their steps ended.</summary>
    /// <returns>
    /// The gravest verdict that a difference without a benign explanation calls for: another environment before other
    /// contents before other outcomes. Without a difference, runs are reproducible only if what they installed is known of both.
    /// </returns>
    public static Comparison Compare(RunSnapshot left, RunSnapshot right)
    {
        var unrecorded = new List<string>();
        var differences = new List<Difference>();

        if (PackageComparison.Pair(left, right) is { } packages)
            differences.AddRange(PackageComparison.Packages(packages.Left, packages.Right));
        else
            unrecorded.Add("packages");

        if (left.Archives is { } leftArchives && right.Archives is { } rightArchives)
            differences.AddRange(PackageComparison.Archives(leftArchives, rightArchives));
        else
            unrecorded.Add("archives");

        var files = left.Files is { } leftFiles && right.Files is { } rightFiles ? new FileComparison(leftFiles, rightFiles) : null;
        if (files is not null)
            differences.AddRange(files.Differences());
        else
            unrecorded.Add("files");

        differences.AddRange(OutcomeComparison.Differences(left.Steps, right.Steps));
        return Conclude(differences, unrecorded, files);
    }

    private static Comparison Conclude(List<Difference> differences, List<string> unrecorded, FileComparison? files)
    {
        var listed = differences
            .OrderBy(difference => difference.Benign)
            .ThenBy(difference => Order(difference.Kind))
            .ThenBy(difference => DistributionInfo.IsFile(difference.Subject, "RECORD")) // it only lists what else differs
            .ThenBy(difference => difference.Subject, StringComparer.Ordinal)
            .Take(MostListed)
            .ToArray();
        foreach (ref var difference in listed.AsSpan(0, Math.Min(listed.Length, MostWithLines)))
        {
            if (difference is { Kind: DifferenceKinds.File, Benign: false })
                difference = difference with { Lines = files?.Lines(difference.Subject, MostLines) };
        }

        return new Comparison(Verdict(differences, unrecorded), listed)
        {
            Omitted = differences.Count > listed.Length ? differences.Count - listed.Length : null,
            Unrecorded = unrecorded.Count > 0 ? unrecorded : null,
        };
    }

    private static ReproducibilityVerdict Verdict(List<Difference> differences, List<string> unrecorded)
    {
        if (Any(DifferenceKinds.OfEnvironment))
            return ReproducibilityVerdict.EnvironmentDrift;
        if (Any(DifferenceKinds.OfContent))
            return ReproducibilityVerdict.ContentDrift;
        if (Any(DifferenceKinds.OfOutcome))
            return ReproducibilityVerdict.OutcomeDrift;
        return unrecorded.Contains("packages") ? ReproducibilityVerdict.NotCompared : ReproducibilityVerdict.Reproducible;

        bool Any(IReadOnlyList<string> kinds) => differences.Any(difference => !difference.Benign && kinds.Contains(difference.Kind));
    }

    // Files last: there may be thousands.
    private static int Order(string kind) => kind switch
    {
        DifferenceKinds.Version => 0,
        DifferenceKinds.Missing => 1,
        DifferenceKinds.Archive => 2,
        DifferenceKinds.Outcome => 3,
        DifferenceKinds.Expectation => 4,
        _ => 5,
    };
}
