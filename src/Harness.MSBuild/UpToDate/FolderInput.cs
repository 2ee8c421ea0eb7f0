namespace Harness.MSBuild.UpToDate;

/// <summary>A folder that containers see, as an input: every name and every byte, for a test may read any of it.</summary>
internal static class FolderInput
{
    /// <summary>Adds a folder with all below it, but for what is no input: the artifacts, git's own data, and logs of the build itself.</summary>
    public static void Add(InputHash hash, string folder, string artifacts, CancellationToken cancellationToken) =>
        Add(hash, new DirectoryInfo(folder), "", artifacts, cancellationToken);

    // A folder that holds nothing but what is no input, as the artifacts' own parent, is none itself.
    private static bool Add(InputHash hash, DirectoryInfo folder, string name, string artifacts, CancellationToken cancellationToken)
    {
        var entries = folder.GetFileSystemInfos();
        var counts = entries.Length == 0;
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.FullName == artifacts || entry.Name == ".git" || entry.Extension == ".binlog")
                continue;
            var path = $"{name}/{entry.Name}";
            if (entry.LinkTarget is { } target)
                hash.Add(path, target);
            else if (entry is FileInfo file)
                hash.AddFile(file, path);
            else if (!Add(hash, (DirectoryInfo)entry, path, artifacts, cancellationToken))
                continue;
            counts = true;
        }

        if (counts)
            hash.Add(name);
        return counts;
    }
}
