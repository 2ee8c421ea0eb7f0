using Harness.Diagnosis;
using Harness.Reproducibility.Pinning;

namespace Harness.Suites.Linting;

/// <summary>Finds requirements that ask for another version than the constraints hold: pip would end with them.</summary>
internal static class ContradictedRequirements
{
    public static IEnumerable<SuiteDiagnostic> Check(RequirementFiles files)
    {
        var held = files.Constraints.Where(IsCertain).ToLookup(line => line.Key, StringComparer.Ordinal);
        return
            from asked in files.Requirements.Where(IsCertain)
            let other = held[asked.Key].FirstOrDefault(line => Release(line) != Release(asked))
            where other is not null
            select new SuiteDiagnostic(
                CauseCatalog.Get("requirement-contradicted").Code,
                DiagnosticSeverity.Error,
                asked.Position,
                $"{asked.Name}=={asked.Version} is asked for, but the constraints hold {other.Name}=={other.Version} ({other.Position}).",
                PinHeader.Read(other.Path) is null ? "Let both name one version." : $"{other.Position.File} was written by harness pin. {PinnedInputs.Remedy}");
    }

    private static bool IsCertain(RequirementLine line) => line is { Version: not null, IsConditional: false };

    private static string Release(RequirementLine line) => ReleaseNumber.Normalize(line.Version!);
}
