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

    /// <summary>Creates the folder, and marks it as Harness's own; what is in it stays.</summary>
    /// <exception cref="ArtifactsException">It cannot be made, or has files of the reports' names that Harness did not write.</exception>
    public void Claim()
    {
        try
        {
            Directory.CreateDirectory(Path);
            if (ForeignReport() is { } foreign)
                throw new ArtifactsException(foreign, $"{foreign} exists and was not written by Harness.", "Move it away, or name another folder with --output.");
            Marker.Write(Path, "Harness wrote the reports here, and writes over them when suites run again.");
        }
        catch (Exception exception) when (exception is not ArtifactsException and (IOException or UnauthorizedAccessException))
        {
            throw new ArtifactsException(Path, $"The artifacts folder {Path} cannot be made: {UnwritableFolder.Why(Path, exception)}.", "Name another folder with --output.", exception);
        }
    }

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

    /// <summary>The folders of the suites that the index names, in its order; without an index, all that hold a record.</summary>
    public IReadOnlyList<SuiteFolder> CurrentSuites()
    {
        var found = FindSuites();
        return ArtifactsIndex.Read(Index) is not { Suites.Count: > 0 } index
            ? found
            : [.. index.Suites.Where(suite => suite.Suite is not null)
                .Select(suite => found.FirstOrDefault(folder => folder.Name == Suite(suite.Suite).Name)).OfType<SuiteFolder>()];
    }

    /// <summary>Deletes the folders that Harness wrote for other suites than these. Links, and what has no marker, stay.</summary>
    /// <param name="except">Names of suites.</param>
    public void RemoveSuites(IReadOnlyList<string> except)
    {
        var kept = except.Select(name => Suite(name).Name).ToHashSet(StringComparer.Ordinal);
        foreach (var stale in new DirectoryInfo(Path).EnumerateDirectories())
        {
            if (stale.LinkTarget is null && Marker.IsIn(stale.FullName) && File.Exists(new SuiteFolder(this, stale.Name).Result) && !kept.Contains(stale.Name))
                stale.Delete(recursive: true);
        }
    }

    // Older folders have no marker of their own; their index or their suites' folders tell.
    private string? ForeignReport() =>
        Marker.IsIn(Path) || ArtifactsIndex.Read(Index) is { Suites.Count: > 0 } || Directory.EnumerateDirectories(Path).Any(Marker.IsIn)
            ? null
            : new[] { Index, Html, JUnit, Summary }.FirstOrDefault(File.Exists);
}
