using Harness.Reproducibility.Pip;

namespace Harness.Reproducibility;

/// <summary>Compares what is installed, and from which archives.</summary>
internal static class PackageComparison
{
    /// <summary>The two lists to compare: both from <c>pip inspect</c>, else both from <c>pip freeze</c>; null where there is no such pair.</summary>
    public static (IReadOnlyDictionary<string, InstalledPackage> Left, IReadOnlyDictionary<string, InstalledPackage> Right)? Pair(
        RunSnapshot left, RunSnapshot right) => (left, right) switch
        {
            ({ Inspected: { } first }, { Inspected: { } second }) => (first, second),
            ({ Frozen: { } first }, { Frozen: { } second }) => (first, second),
            _ => null,
        };

    public static IEnumerable<Difference> Packages(
        IReadOnlyDictionary<string, InstalledPackage> left, IReadOnlyDictionary<string, InstalledPackage> right) =>
        from name in left.Keys.Union(right.Keys)
        let first = left.GetValueOrDefault(name)?.Identity
        let second = right.GetValueOrDefault(name)?.Identity
        where first != second
        select new Difference(first is null || second is null ? DifferenceKinds.Missing : DifferenceKinds.Version, name, first, second);

    /// <summary>Archives of distributions that have one version in both runs; another version is another archive anyway.</summary>
    public static IEnumerable<Difference> Archives(
        IReadOnlyDictionary<string, PipReportItem> left, IReadOnlyDictionary<string, PipReportItem> right) =>
        from name in left.Keys.Intersect(right.Keys)
        let first = left[name]
        let second = right[name]
        where first.Version == second.Version && !SameArchive(first.Origin, second.Origin)
        select new Difference(DifferenceKinds.Archive, name, Archive(first.Origin), Archive(second.Origin));

    private static bool SameArchive(PackageOrigin? left, PackageOrigin? right) => (left, right) switch
    {
        ({ Sha256: { } first }, { Sha256: { } second }) => first == second,
        ({ Commit: { } first }, { Commit: { } second }) => first == second,
        _ => left?.FileName == right?.FileName,
    };

    private static string? Archive(PackageOrigin? origin) => origin switch
    {
        null => null,
        { Sha256: { } hash } => $"{origin.FileName} sha256:{hash}",
        { Commit: { } commit } => $"{origin.FileName} commit {commit}",
        _ => origin.FileName,
    };
}
