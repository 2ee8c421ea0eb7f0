namespace Harness.Evidence;

/// <summary>The folder that an invocation leaves behind: reports at its root, one folder for each suite.</summary>
public sealed class ArtifactsFolder
{
    /// <summary>Names a folder; nothing is created yet.</summary>
    /// <param name="path">Absolute or relative; made absolute.</param>
    public ArtifactsFolder(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The JUnit report over all suites.</summary>
    public string JUnit => System.IO.Path.Combine(Path, "junit.xml");

    /// <summary>The Markdown summary over all suites.</summary>
    public string Summary => System.IO.Path.Combine(Path, "summary.md");

    /// <summary>The page for people over all suites.</summary>
    public string Html => System.IO.Path.Combine(Path, "report.html");

    /// <summary>Which suites belong to the invocation, and what each came to.</summary>
    public string Index => System.IO.Path.Combine(Path, "index.json");

    /// <summary>The folder of a suite; names that are no file names, or that a report has already, are replaced by safe and unique ones.</summary>
    public SuiteFolder Suite(string name) => new(this, FileNames.ForSuite(name));

    /// <summary>The folders that hold a suite's record, by name. Links are passed over.</summary>
    public IReadOnlyList<SuiteFolder> FindSuites() => !Directory.Exists(Path)
        ? []
        : [.. new DirectoryInfo(Path).EnumerateDirectories()
            .Where(directory => directory.LinkTarget is null)
            .Select(directory => new SuiteFolder(this, directory.Name))
            .Where(suite => File.Exists(suite.Result))
            .OrderBy(suite => suite.Name, StringComparer.Ordinal)];
}
