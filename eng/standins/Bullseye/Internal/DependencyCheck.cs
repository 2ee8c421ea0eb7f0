namespace Bullseye.Internal;

/// <summary>Refuses a graph that cannot be run, over all targets and before anything runs.</summary>
internal static class DependencyCheck
{
    public static void RefuseMissing(TargetCatalog catalog)
    {
        var missing = catalog.All
            .SelectMany(target => target.Dependencies.Distinct(), (target, dependency) => (target, dependency))
            .Where(edge => !catalog.TryGet(edge.dependency, out _))
            .GroupBy(edge => edge.dependency, edge => edge.target.Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}, required by {string.Join(' ', group.Order(StringComparer.Ordinal))}")
            .ToList();

        if (missing.Count > 0)
            throw new InvalidUsageException($"Missing dependenc{(missing.Count > 1 ? "ies" : "y")}: {string.Join("; ", missing)}");
    }

    public static void RefuseCircular(TargetCatalog catalog)
    {
        var harmless = new HashSet<TargetDefinition>(ReferenceEqualityComparer.Instance);
        var path = new List<TargetDefinition>();
        foreach (var target in catalog.All)
            Walk(target);

        void Walk(TargetDefinition target)
        {
            if (harmless.Contains(target))
                return;

            if (path.Contains(target))
            {
                var circle = path.Append(target).Select(step => step.Name);
                throw new InvalidUsageException($"Circular dependency: {string.Join(" -> ", circle)}");
            }

            path.Add(target);
            foreach (var name in target.Dependencies)
            {
                if (catalog.TryGet(name, out var dependency))
                    Walk(dependency);
            }

            path.RemoveAt(path.Count - 1);
            harmless.Add(target);
        }
    }
}
