using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>Compares what was installed.</summary>
internal static class EnvironmentChanges
{
    public static IEnumerable<Change> Of(ResolvedEnvironment? before, ResolvedEnvironment? after)
    {
        if (before is null || after is null)
            return [];
        return
        [
            .. Known(ChangeAreas.Python, "", before.Python, after.Python),
            .. Known(ChangeAreas.Python, "implementation", before.Implementation, after.Implementation),
            .. Known(ChangeAreas.Python, "machine", before.Machine, after.Machine),
            .. Known(ChangeAreas.Python, "libc", before.Libc, after.Libc),
            .. Known(ChangeAreas.Pip, "", before.Pip, after.Pip),
            .. before.Packages is { } was && after.Packages is { } now ? Packages(was, now) : [],
        ];
    }

    /// <summary>A change of something that both sides know.</summary>
    public static IEnumerable<Change> Known(string area, string subject, string? before, string? after) =>
        before is null || after is null || before == after ? [] : [new(area, subject, before, after)];

    private static IEnumerable<Change> Packages(IReadOnlyList<ResolvedPackage> before, IReadOnlyList<ResolvedPackage> after)
    {
        var was = ByName(before);
        var now = ByName(after);
        var names = was.Keys.Union(now.Keys).Order(StringComparer.Ordinal).ToList();
        return names.SelectMany(name => Version(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Concat(names.Where(name => was.ContainsKey(name) && now.ContainsKey(name)).SelectMany(name => Archive(was[name], now[name])));
    }

    private static Dictionary<string, ResolvedPackage> ByName(IReadOnlyList<ResolvedPackage> packages) =>
        packages.DistinctBy(package => package.Name).ToDictionary(package => package.Name, StringComparer.Ordinal);

    private static IEnumerable<Change> Version(string name, ResolvedPackage? before, ResolvedPackage? after)
    {
        var was = before is null ? null : before.Version ?? "unknown";
        var now = after is null ? null : after.Version ?? "unknown";
        if (was != now)
            yield return new(ChangeAreas.Package, name, was, now);
    }

    private static IEnumerable<Change> Archive(ResolvedPackage before, ResolvedPackage after) => before.Version != after.Version
        ? [] // another version is another archive anyway
        : (before, after) switch
        {
            ({ Sha256: { } was }, { Sha256: { } now }) => Known(ChangeAreas.Archive, before.Name, $"sha256:{was}", $"sha256:{now}"),
            ({ Commit: { } was }, { Commit: { } now }) => Known(ChangeAreas.Archive, before.Name, $"commit {was}", $"commit {now}"),
            _ => Known(ChangeAreas.Archive, before.Name, before.Archive, after.Archive),
        };
}
