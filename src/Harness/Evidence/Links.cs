namespace Harness.Evidence;

/// <summary>Keeps writing and reading inside a folder that a tested program may have been able to write to.</summary>
internal static class Links
{
    /// <summary>The first link on the way from a folder down to a path below it, both ends of the way but the folder itself included.</summary>
    public static string? First(string root, string path)
    {
        var current = root;
        foreach (var name in Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar))
        {
            current = Path.Combine(current, name);
            if (new FileInfo(current).LinkTarget is not null)
                return current;
        }

        return null;
    }

    /// <summary>Refuses a path that a link leads away from.</summary>
    public static void Refuse(string root, string path)
    {
        if (First(root, path) is { } link)
            throw new ArtifactsException(link, $"{link} is a link, and Harness does not write through links.", "Remove it.");
    }

    /// <summary>Whether an absolute path lies below a folder.</summary>
    public static bool IsInside(string root, string path) => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
