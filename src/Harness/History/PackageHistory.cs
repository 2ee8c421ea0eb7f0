namespace Harness.History;

/// <summary>A package over time.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Drifted">Records whose own runs did not agree on it.</param>
/// <param name="Changes">How often its version is another one than in the record before.</param>
/// <param name="Latest">Its version in the latest record that tells; null when it is not installed there.</param>
public sealed record PackageHistory(string Package, int Drifted, int Changes, string? Latest)
{
    internal static IReadOnlyList<PackageHistory> Of(IReadOnlyList<HistoryEntry> entries)
    {
        var drifted = entries.SelectMany(entry => entry.Drifted).CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var changes = new Dictionary<string, int>(StringComparer.Ordinal);
        HistoryFacts? before = null;
        foreach (var facts in entries.Select(entry => entry.Facts).Where(facts => facts.Packages is not null))
        {
            foreach (var name in facts.ChangedPackages(before))
                changes[name] = changes.GetValueOrDefault(name) + 1;
            before = facts;
        }

        return
        [
            .. drifted.Keys.Union(changes.Keys)
                .Select(name => new PackageHistory(name, drifted.GetValueOrDefault(name), changes.GetValueOrDefault(name), before?.Packages!.GetValueOrDefault(name)))
                .OrderByDescending(package => package.Drifted).ThenByDescending(package => package.Changes).ThenBy(package => package.Package, StringComparer.Ordinal),
        ];
    }
}
