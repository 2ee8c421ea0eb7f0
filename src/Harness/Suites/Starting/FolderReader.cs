using System.Text.RegularExpressions;

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
        IReadOnlyList<string> dependencies = [];
        if (requirements is null)
        {
            if (!File.Exists(Path.Combine(folder, "pyproject.toml")))
                return null;
            dependencies = Toml(folder, "pyproject.toml").Strings("project", "dependencies");
            if (dependencies.Count == 0)
                return null;
        }

        var constraints = First(folder, ConstraintsNames);
        var @lock = constraints is null ? First(folder, Locks) : null;
        var lines = requirements is null ? dependencies : File.ReadAllLines(Path.Combine(folder, requirements));
        return new()
        {
            FolderName = new DirectoryInfo(folder).Name,
            Requirements = requirements,
            Constraints = constraints,
            Dependencies = dependencies,
            DependenciesFrom = requirements is null ? "pyproject.toml" : null,
            Pins = @lock is null ? [] : Pins(Toml(folder, @lock)),
            PinsFrom = @lock,
            Packages = [.. lines.Select(line => Name().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)],
            Wheelhouse = Wheelhouses.FirstOrDefault(name => Directory.Exists(Path.Combine(folder, name))),
            TestsFolder = Directory.Exists(Path.Combine(folder, "tests")) ? "tests" : null,
        };
    }

    // A package without a version is the project itself, or comes from a folder or a repository.
    private static List<string> Pins(TomlTables toml) =>
    [
        .. from package in toml.Items("package").Concat(toml.Items("packages"))
           where package.ContainsKey("name") && package.ContainsKey("version") && !IsLocal(package)
           select $"{package["name"]}=={package["version"]}",
    ];

    private static bool IsLocal(IReadOnlyDictionary<string, string> package) =>
        package.GetValueOrDefault("source") is { } source && LocalSource().IsMatch(source);

    private static TomlTables Toml(string folder, string name) => TomlTables.Parse(name, File.ReadAllText(Path.Combine(folder, name)));

    private static string? First(string folder, string[] names) => names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));

    // Options (-r, -e, --hash) and comments are no names; neither are paths and addresses.
    [GeneratedRegex(@"^\s*(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*([<>=!~;@#,]|$)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(editable|virtual|directory|path|git)\b")]
    private static partial Regex LocalSource();
}
