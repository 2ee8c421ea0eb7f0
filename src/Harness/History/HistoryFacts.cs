namespace Harness.History;

/// <summary>What a record ran on; equal ones are kept once, since nights are much alike.</summary>
/// <param name="Surroundings">Image, engine, kernel, Python and pip, by these names.</param>
/// <param name="Packages">Versions by name; null when they were not recorded.</param>
internal sealed record HistoryFacts(IReadOnlyDictionary<string, string> Surroundings, IReadOnlyDictionary<string, string>? Packages)
{
    /// <summary>Names of the packages whose versions are not those of before.</summary>
    public IEnumerable<string> ChangedPackages(HistoryFacts? before) => before is null || ReferenceEquals(before, this)
        ? []
        : Changed(before.Packages, Packages).Select(change => change.Name);

    /// <summary>All that differs, in words: of the surroundings, only those that both tell of.</summary>
    public IEnumerable<string> ChangesSince(HistoryFacts before) => ReferenceEquals(before, this)
        ? []
        : Changed(before.Surroundings, Surroundings).Where(change => change is { Before: not null, After: not null })
            .Concat(Changed(before.Packages, Packages)).Select(change => $"{change.Name} {change.Before ?? "(none)"} -> {change.After ?? "(none)"}");

    // What only one of them recorded is no change: a suite that is invalid meets no engine. A package that a list lacks was not there.
    private static IEnumerable<(string Name, string? Before, string? After)> Changed(
        IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? after) => before is null || after is null
        ? []
        : from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
          let left = before.GetValueOrDefault(name)
          let right = after.GetValueOrDefault(name)
          where left != right
          select (name, left, right);
}
