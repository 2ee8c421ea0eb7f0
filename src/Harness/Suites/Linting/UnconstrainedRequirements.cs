namespace Harness.Suites.Linting;

/// <summary>Finds requirements that the suite's constraints say nothing about: their versions drift although others are held.</summary>
internal static class UnconstrainedRequirements
{
    public static IEnumerable<SuiteDiagnostic> Check(RequirementFiles files)
    {
        var constrained = files.Constraints.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        if (constrained.Count == 0 || !files.IsWhole)
            return [];
        return files.Requirements
            .Where(line => line is { IsPinned: false, IsConditional: false } && !constrained.Contains(line.Key))
            .DistinctBy(line => line.Key)
            .Select(line => SuiteLinter.Warning(
                "requirement-unconstrained",
                line.Position,
                $"{line.Name} is not in the constraints, so that another day may bring another version of it.",
                $"Add {line.Name}==VERSION to the constraints; 'harness pin' writes all of them after a green run."));
    }
}
