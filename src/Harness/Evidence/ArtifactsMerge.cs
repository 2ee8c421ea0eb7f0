namespace Harness.Evidence;

/// <summary>Copies suites of several artifacts folders, such as those of a job's shards, into one.</summary>
internal static class ArtifactsMerge
{
    /// <summary>Copies every suite's folder; nothing is copied unless every name is unique.</summary>
    /// <param name="suites">The folders, each with the suite's name.</param>
    /// <param name="target">The folder that they are joined in.</param>
    /// <exception cref="ArtifactsException">A folder is named twice, two have the same suite, or the target is one of them or holds what Harness did not write.</exception>
    public static void Copy(IReadOnlyList<(SuiteFolder Folder, string Suite)> suites, ArtifactsFolder target)
    {
        if (suites.GroupBy(suite => suite.Folder.Path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } again)
            throw new ArtifactsException(target.Path, $"The folder {again.First().Folder.Artifacts.Path} is named twice.", "Name each folder once.");
        if (suites.GroupBy(suite => suite.Suite, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            var places = string.Join(" and in ", twice.Select(suite => suite.Folder.Artifacts.Path));
            throw new ArtifactsException(target.Path, $"The suite '{twice.Key}' is in {places}.", "Give each suite to one shard only, or other names.");
        }

        if (suites.Any(suite => suite.Folder.Artifacts.Path == target.Path))
            throw new ArtifactsException(target.Path, $"{target.Path} is itself one of the folders to join.", "Name another folder with --output.");

        target.Claim();
        foreach (var (folder, suite) in suites)
        {
            var to = target.Suite(suite);
            to.Start();
            Copy(new DirectoryInfo(folder.Path), to.Path);
        }
    }

    // Links are passed over: a tested program may have made them, and they would lead elsewhere from here.
    private static void Copy(DirectoryInfo from, string to)
    {
        foreach (var entry in from.EnumerateFileSystemInfos().Where(entry => entry.LinkTarget is null))
        {
            var path = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo folder)
            {
                Directory.CreateDirectory(path);
                Copy(folder, path);
            }
            else if (new FileInfo(entry.FullName) is { Length: > 0 } file)
            {
                file.CopyTo(path, overwrite: true);
            }
            else
            {
                File.WriteAllBytes(path, []); // empty; or a pipe, which would be waited for
            }
        }
    }
}
