namespace Harness.Evidence;

/// <summary>What one suite leaves behind.</summary>
public sealed class SuiteFolder
{
    internal SuiteFolder(ArtifactsFolder artifacts, string name)
    {
        Artifacts = artifacts;
        Name = name;
    }

    /// <summary>The folder it is in.</summary>
    public ArtifactsFolder Artifacts { get; }

    /// <summary>The folder's name: the suite's name, or a safe form of it.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the folder.</summary>
    public string Path => System.IO.Path.Combine(Artifacts.Path, Name);

    /// <summary>The suite's record.</summary>
    public string Result => In("result.json");

    /// <summary>What happened, written down as it happened.</summary>
    public string Journal => In("journal.jsonl");

    /// <summary>How the installed packages of the two runs differ.</summary>
    public string FreezeDiff => In("diff", "freeze.diff");

    /// <summary>How the installed files of the two runs differ.</summary>
    public string FilesDiff => In("diff", "files.diff");

    /// <summary>How the outcomes of the two runs differ.</summary>
    public string OutcomesDiff => In("diff", "outcomes.diff");

    /// <summary>The folder of one attempt.</summary>
    /// <param name="run">One-based.</param>
    /// <param name="attempt">One-based.</param>
    public AttemptFolder Attempt(int run, int attempt) => new(this, run, attempt);

    /// <summary>Creates the folder, empty; what an earlier invocation left there is deleted.</summary>
    /// <exception cref="ArtifactsException">There is a link, or something that Harness did not write.</exception>
    public void Start()
    {
        Links.Refuse(Artifacts.Path, Path);
        if (File.Exists(Path))
            throw Foreign($"{Path} is a file, where a suite's folder belongs.");

        var directory = Directory.CreateDirectory(Path);
        if (!Marker.IsIn(Path) && directory.EnumerateFileSystemInfos().Any())
            throw Foreign($"{Path} exists and was not written by Harness.");

        Marker.Write(Path, "Harness wrote this folder and deletes it when the suite runs again.");
        foreach (var entry in directory.EnumerateFileSystemInfos().Where(entry => entry.Name != Marker.Name))
            Delete(entry);
    }

    /// <summary>The absolute path of something in this folder, from a path as the records write it.</summary>
    /// <returns>Null where it is not there, is empty, or lies outside, through a link or otherwise: records may come from anywhere.</returns>
    public string? Find(string? relative)
    {
        if (string.IsNullOrEmpty(relative) || relative.Contains('\0'))
            return null;
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));
        if (!Links.IsInside(Path, path) || Links.First(Artifacts.Path, path) is not null)
            return null;
        return new FileInfo(path) is { Exists: true, Length: > 0 } ? path : null; // a pipe has no length, and would be waited for
    }

    /// <summary>A path in this folder as the records write it: relative, with forward slashes.</summary>
    public string Relative(string path) => System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');

    internal string In(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    private ArtifactsException Foreign(string fact) =>
        new(Path, fact, "Move it away, or name another folder with --output.");

    // A link is deleted, never what it points to.
    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { LinkTarget: null } directory)
            directory.Delete(recursive: true);
        else
            entry.Delete();
    }
}
