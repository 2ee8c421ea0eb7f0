namespace Harness.Suites.Starting;

/// <summary>What a <c>pyproject.toml</c> says beyond its dependencies.</summary>
internal static class ProjectFile
{
    private const string Extras = "project.optional-dependencies";
    private const string Groups = "dependency-groups";

    /// <summary>Whether pip can install the project: it has a name, and says how it is built.</summary>
    public static bool IsInstallable(TomlTables project) =>
        (project.Text("project", "name") is not null && project.Keys("build-system").Count > 0) || PoetryProject.IsInstallable(project);

    /// <summary>Where it asks for a package that is not among its dependencies, such as <c>the extra 'test'</c>; null: nowhere.</summary>
    public static string? WhereElse(TomlTables project, string package)
    {
        bool Asks(string table, string name) => project.Strings(table, name).Any(line => string.Equals(RequiredName.Of(line), package, StringComparison.OrdinalIgnoreCase));
        return project.Keys(Extras).FirstOrDefault(name => Asks(Extras, name)) is { } extra ? $"the extra '{extra}'"
            : project.Keys(Groups).FirstOrDefault(name => Asks(Groups, name)) is { } group ? $"the group '{group}'"
            : PoetryProject.GroupOf(project, package) is { } poetry ? $"the group '{poetry}'"
            : null;
    }
}
