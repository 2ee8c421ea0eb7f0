using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Suites.Linting;

/// <summary>
/// Finds archives and folders of the workspace that requirements name by their path and that are not there, such as a wheel that was to be
/// built before the run: pip would end with them.
/// </summary>
internal static class AbsentLocals
{
    public static IEnumerable<SuiteDiagnostic> Check(Suite suite, RequirementFiles files) => suite.Workspace.Access is WorkspaceAccess.None
        ? [] // nobody knows where pip runs then, and what is there
        : from found in files.Locals.DistinctBy(found => found.Requirement.Folder)
          where found.IsPlain && IsAbsent(suite, found.Requirement.Outside(suite))
          select new SuiteDiagnostic(
              SuiteCodes.Missing,
              DiagnosticSeverity.Error,
              found.Position,
              Message(suite, found.Requirement),
              Remedy(found.Requirement));

    // A link that leads out of the workspace may lead to something in the image; one that is itself at the end of the path counts as there.
    private static bool IsAbsent(Suite suite, string path) =>
        !Path.Exists(path) && RealPath.Resolve(suite.Workspace.Path) is { } workspace && RealPath.Resolve(path) is { } real && RealPath.IsWithin(real, workspace);

    private static string Message(Suite suite, LocalRequirement requirement)
    {
        var fact = $"There is {(requirement.Archive is null ? "nothing at" : "no file")} {DisplayText.Quote(requirement.Path)}";
        return requirement.Archive is not null && FieldPaths.NearestFile(requirement.Outside(suite)) is { } near
            ? $"{fact}; the nearest beside it is {DisplayText.Quote(near)}."
            : $"{fact}.";
    }

    private static string Remedy(LocalRequirement requirement)
    {
        const string Relative = "correct the path, which is relative to the workspace, whatever file names it.";
        if (requirement.Archive is not { } archive)
            return $"Create it, or {Relative}";
        var folder = Path.GetDirectoryName(requirement.Folder) is { Length: > 0 } named ? named : ".";
        return archive.Tags is null
            ? $"Build it before the run, or {Relative}"
            : $"Build it before the run (python -m pip wheel --no-deps -w {folder} .), or {Relative}";
    }
}
