using Harness.Diagnosis;

namespace Harness.Suites.Linting;

/// <summary>
/// Finds hashes in constraints. One is enough to make pip demand hashes of every requirement, and it then refuses those that only
/// the constraints have; where each requirement has its own, nothing is refused.
/// </summary>
internal static class ConstraintHashes
{
    public static IEnumerable<SuiteDiagnostic> Check(RequirementFiles files)
    {
        if (files.Constraints.FirstOrDefault(line => line.HasHash) is not { } hashed || files.Requirements.FirstOrDefault(line => !line.HasHash) is not { } bare)
            yield break;
        yield return new(
            CauseCatalog.Get("hash-in-constraints").Code,
            DiagnosticSeverity.Error,
            hashed.Position,
            $"The constraint on {hashed.Name} has a hash: one is enough to make pip demand hashes of every requirement, and it then refuses {bare.Name} ({bare.Position}), which has none of its own.",
            "Keep versions in the constraints and hashes in the requirements; 'harness pin --hashes' writes both after a green run.");
    }
}
