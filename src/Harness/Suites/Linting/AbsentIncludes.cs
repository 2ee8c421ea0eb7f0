using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Suites.Linting;

/// <summary>Finds files that requirements or constraints include and that are not there: pip would end with them.</summary>
internal static class AbsentIncludes
{
    public static IEnumerable<SuiteDiagnostic> Check(RequirementFiles files) => files.Absent.Select(absent => new SuiteDiagnostic(
        SuiteCodes.Missing,
        DiagnosticSeverity.Error,
        absent.Position,
        FieldPaths.NearestFile(absent.Path) is { } near
            ? $"There is no file {DisplayText.Quote(absent.Written)}; the nearest beside it is {DisplayText.Quote(near)}."
            : $"There is no file {DisplayText.Quote(absent.Written)}.",
        "Create it, or correct the path; paths are relative to the file that includes it."));
}
