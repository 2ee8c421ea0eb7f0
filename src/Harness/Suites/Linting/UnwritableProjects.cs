namespace Harness.Suites.Linting;

/// <summary>Finds requirements that are built where they are, in a workspace that the suite gives to be read only.</summary>
internal static class UnwritableProjects
{
    public static IEnumerable<SuiteDiagnostic> Check(Suite suite, RequirementFiles files) => suite.Workspace.Access is not WorkspaceAccess.ReadOnly
        ? []
        : from found in files.Projects.DistinctBy(found => found.Requirement.Folder)
          where BuildBackend.WritesInto(found.Requirement.Outside(suite))
          select SuiteLinter.Warning(
              "workspace-unwritable",
              found.Position,
              $"Building {found.Requirement.Path} writes into it, as setuptools does, and the workspace is read-only.",
              found.Requirement.Remedy(isReadOnly: true, found.Requirement.Shown(suite)));
}
