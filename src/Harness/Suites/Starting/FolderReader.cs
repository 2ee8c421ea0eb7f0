using System.Text.RegularExpressions;
using Harness.Suites.Linting;

namespace Harness.Suites.Starting;

/// <summary>Looks at a folder for what a first suite can be made of.</summary>
public static partial class FolderReader
{
    private static readonly string[] RequirementsNames = ["requirements.txt", "requirements.in", "requirements/base.txt"];
    private static readonly string[] ConstraintsNames = ["constraints.txt", "requirements.lock"];
    private static readonly string[] Locks = ["pylock.toml", "uv.lock", "poetry.lock"];
    private static readonly string[] Wheelhouses = ["wheels", "wheelhouse"];

    /// <summary>Reads the folder; null when nothing in it names dependencies.</summary>
    /// <exception cref="TomlException">A file that it needs is no TOML that it can read.</exception>
    public static FolderFacts? Read(string folder)
    {
        var requirements = First(folder, RequirementsNames);
        var project = Project(folder, isNeeded: requirements is null);
        IReadOnlyList<string> dependencies = [];
        if (requirements is null)
        {
            dependencies = project?.Strings("project", "dependencies") ?? [];
            if (dependencies.Count == 0 && project is not null && File.Exists(Path.Combine(folder, PoetryProject.Lock)))
                dependencies = PoetryProject.Dependencies(project, out var unreadable) is var named && unreadable is null ? named : [];
            if (dependencies.Count == 0)
                return null;
        }

        var constraints = First(folder, ConstraintsNames);
        var unfit = constraints is not null && !LockedRequirements.CanConstrain(File.ReadAllText(Path.Combine(folder, constraints))) ? constraints : null;
        var @lock = unfit ?? (constraints is null ? First(folder, Locks) : null);
        var lines = requirements is null ? dependencies : File.ReadAllLines(Path.Combine(folder, requirements));
        var facts = new FolderFacts
        {
            FolderName = new DirectoryInfo(folder).Name,
            Requirements = requirements,
            Constraints = unfit is null ? constraints : null,
            Dependencies = dependencies,
            DependenciesFrom = requirements is null ? "pyproject.toml" : null,
            Pins = @lock is null ? [] : unfit is null ? Pins(Toml(folder, @lock)) : LockedRequirements.Pins(File.ReadAllText(Path.Combine(folder, @lock))),
            PinsFrom = @lock,
            Projects = requirements is null ? [] : [.. Projects(folder, requirements, string.Join('\n', lines))],
            RequiresPython = project is null ? null : project.Text("project", "requires-python") ?? PoetryProject.RequiresPython(project),
            Packages = [.. lines.Select(RequiredName.Of).OfType<string>()],
            LeavesProjectOut = requirements is null && project is not null && ProjectFile.IsInstallable(project),
            PytestIn = project is null ? null : ProjectFile.WhereElse(project, "pytest"),
            Wheelhouse = Wheelhouses.FirstOrDefault(name => Directory.Exists(Path.Combine(folder, name))),
            TestsFolder = Directory.Exists(Path.Combine(folder, "tests")) ? "tests" : null,
        };
        return facts with { Found = [.. Found(folder, facts)] };
    }

    /// <summary>The lock that would be used; null when there is none.</summary>
    internal static string? Lock(string folder) => First(folder, Locks);

    /// <summary>The folder's <c>pyproject.toml</c>; null when it has none.</summary>
    /// <exception cref="TomlException">It is no TOML that can be read.</exception>
    internal static TomlTables? ProjectFileOf(string folder) => Project(folder, isNeeded: true);

    private static IEnumerable<LocalProject> Projects(string folder, string requirements, string text) =>
        from line in LogicalLines.Of(text)
        let project = LocalRequirement.Parse(line.Text)
        where project is not null && BuildBackend.WritesInto(Path.Combine(folder, project.Folder))
        select new LocalProject(project, new(requirements, line.Line));

    private static IEnumerable<(string Name, string What)> Found(string folder, FolderFacts facts)
    {
        foreach (var name in There(folder, [.. RequirementsNames, "pyproject.toml"]))
            yield return (name, name == (facts.Requirements ?? facts.DependenciesFrom) ? "what is installed" : $"left out, {facts.Requirements ?? facts.DependenciesFrom} says what is installed");
        foreach (var name in There(folder, [.. ConstraintsNames, .. Locks]))
            yield return (name, name != (facts.Constraints ?? facts.PinsFrom) ? $"left out, {facts.Constraints ?? facts.PinsFrom} has the exact versions"
                : name == facts.PinsFrom && facts.Pins.Count == 0 ? "left out, it has no exact versions"
                : name == facts.PinsFrom && ConstraintsNames.Contains(name) ? "the exact versions, without what constraints may not have" : "the exact versions");
        foreach (var name in There(folder, Wheelhouses))
            yield return (name, name == facts.Wheelhouse ? "what is installed comes from here alone, without an index" : $"left out, {facts.Wheelhouse} comes first");
        if (facts.TestsFolder is { } tests)
            yield return (tests, facts.UsesPytest ? "run by pytest" : $"left out, pytest is not among what is installed{Pytest(facts, tests)}");
    }

    private static string Pytest(FolderFacts facts, string tests) => facts.PytestIn is not { } where
        ? ""
        : $", but in {where}: add it to {facts.Requirements ?? FirstSuite.DependenciesFile}, and to the tests of {FirstSuite.FileName}: - {{name: unit, run: {FirstSuite.Pytest(tests)}}}";

    private static IEnumerable<string> There(string folder, IEnumerable<string> names) => names.Where(name => Path.Exists(Path.Combine(folder, name)));

    // A package without a version is the project itself, or comes from a folder or a repository.
    private static List<string> Pins(TomlTables toml) =>
    [
        .. from package in toml.Items("package").Concat(toml.Items("packages"))
           where package.ContainsKey("name") && package.ContainsKey("version") && !IsLocal(package)
           select $"{package["name"]}=={package["version"]}",
    ];

    private static bool IsLocal(IReadOnlyDictionary<string, string> package) =>
        package.GetValueOrDefault("source") is { } source && LocalSource().IsMatch(source);

    private static TomlTables? Project(string folder, bool isNeeded)
    {
        try
        {
            return File.Exists(Path.Combine(folder, "pyproject.toml")) ? Toml(folder, "pyproject.toml") : null;
        }
        catch (TomlException) when (!isNeeded)
        {
            return null; // all that is lost is the Python that it asks for
        }
    }

    private static TomlTables Toml(string folder, string name) => TomlTables.Parse(name, File.ReadAllText(Path.Combine(folder, name)));

    private static string? First(string folder, string[] names) => names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));

    [GeneratedRegex(@"\b(editable|virtual|directory|path|git)\b")]
    private static partial Regex LocalSource();
}
