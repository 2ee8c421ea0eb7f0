namespace Harness.Suites.Starting;

/// <summary>
/// What a <c>pyproject.toml</c> in Poetry's own form asks for (https://python-poetry.org/docs/dependency-specification/): names alone,
/// since the versions are in <c>poetry.lock</c>.
/// </summary>
internal static class PoetryProject
{
    /// <summary>The lock file.</summary>
    public const string Lock = "poetry.lock";

    /// <summary>The table with what the project depends on.</summary>
    public const string Table = "tool.poetry.dependencies";

    private const string Python = "python";

    /// <summary>What is asked for, as requirements; what is optional is left out, as <c>poetry install</c> leaves it.</summary>
    /// <param name="project">The file.</param>
    /// <param name="unreadable">What is asked for in a form that a name does not stand for, such as a folder; null when all is read.</param>
    public static IReadOnlyList<string> Dependencies(TomlTables project, out string? unreadable)
    {
        unreadable = null;
        var requirements = new List<string>();
        foreach (var (name, value) in project.Keys(Table).Select(name => (name, project.Value(Table, name)!)).Where(pair => pair.name != Python))
            Add(name, value.Entries ?? (value.Text.StartsWith('[') ? null : new Dictionary<string, TomlValue>()), ref unreadable);
        foreach (var (name, entries) in project.Below(Table))
            Add(name, entries, ref unreadable);
        return requirements;

        void Add(string name, IReadOnlyDictionary<string, TomlValue>? entries, ref string? unreadable)
        {
            if (entries?.GetValueOrDefault("optional")?.Text == "true")
                return;
            if (entries is null || entries.Keys.Except(["version", "extras", "markers", "optional", "allow-prereleases", "source"]).Any())
                unreadable ??= name;
            else
                requirements.Add(Requirement(name, entries));
        }
    }

    /// <summary>The versions of Python that it asks for, such as <c>^3.12</c>; null when it does not say.</summary>
    public static string? RequiresPython(TomlTables project) => project.Text(Table, Python);

    /// <summary>Whether pip can install the project: it has a name, says how it is built, and is more than a list of dependencies.</summary>
    public static bool IsInstallable(TomlTables project) =>
        project.Text("tool.poetry", "name") is not null && project.Text("tool.poetry", "package-mode") != "false" && project.Keys("build-system").Count > 0;

    /// <summary>The group that asks for a package, such as <c>dev</c>; null: none.</summary>
    public static string? GroupOf(TomlTables project, string package)
    {
        const string End = ".dependencies";
        bool Asks(IEnumerable<string> names) => names.Contains(package, StringComparer.OrdinalIgnoreCase);
        return Asks(project.Keys("tool.poetry.dev-dependencies")) ? "dev"
            : project.Below("tool.poetry.group").FirstOrDefault(group => group.Key.EndsWith(End, StringComparison.Ordinal) && Asks(group.Value.Keys)).Key is { } name
                ? name[..^End.Length]
                : null;
    }

    private static string Requirement(string name, IReadOnlyDictionary<string, TomlValue> entries) =>
        name
        + (entries.GetValueOrDefault("extras")?.Texts is { Count: > 0 } extras ? $"[{string.Join(',', extras)}]" : "")
        + (entries.GetValueOrDefault("markers") is { } markers ? $" ; {markers.Text}" : "");
}
