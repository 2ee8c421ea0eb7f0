using System.Diagnostics.CodeAnalysis;

namespace Bullseye.Internal;

/// <summary>All targets, in the order of their definition, found by name whatever its case.</summary>
internal sealed class TargetCatalog
{
    private readonly OrderedDictionary<string, TargetDefinition> _targets = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<TargetDefinition> All => _targets.Values;

    public void Add(TargetDefinition target)
    {
        if (!_targets.TryAdd(target.Name, target))
            throw new ArgumentException($"There is a target named '{target.Name}' already.", nameof(target));
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out TargetDefinition target) => _targets.TryGetValue(name, out target);

    /// <summary>Completes abbreviated names. Unknown names stay as they are.</summary>
    public IReadOnlyList<string> Complete(IEnumerable<string> names)
    {
        var completed = new List<string>();
        var ambiguous = new List<string>();
        foreach (var name in names)
        {
            var matches = TryGet(name, out var exact)
                ? [exact.Name]
                : _targets.Keys.Where(key => key.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();

            if (matches.Count > 1)
                ambiguous.Add($"{name} ({string.Join(' ', matches)})");
            else
                completed.Add(matches.SingleOrDefault(name));
        }

        return ambiguous.Count == 0
            ? completed
            : throw new InvalidUsageException($"Ambiguous target{(ambiguous.Count > 1 ? "s" : "")}: {string.Join(' ', ambiguous)}");
    }

    public IReadOnlyList<TargetDefinition> Find(IReadOnlyList<string> names)
    {
        var missing = names.Where(name => !_targets.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? [.. names.Select(name => _targets[name])]
            : throw new InvalidUsageException($"Target{(missing.Count > 1 ? "s" : "")} not found: {string.Join(' ', missing)}.");
    }
}
