namespace Harness.Suites.Linting;

/// <summary>Finds lines that no pip can install: it would end with them.</summary>
internal static class UnreadableRequirements
{
    public static IEnumerable<SuiteDiagnostic> Check(RequirementFiles files) => files.Unreadable.Select(found => new SuiteDiagnostic(
        Diagnosis.CauseCatalog.Get("requirement-invalid").Code, DiagnosticSeverity.Error, found.Position, found.Fault, RequirementSyntax.Remedy));
}
