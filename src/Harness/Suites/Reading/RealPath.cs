namespace Harness.Suites.Reading;

/// <summary>Where a path leads once every link on the way is followed, as the kernel would.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40; // Linux gives up at the same number

    /// <summary>Follows an absolute path; parts that do not exist are taken as they are. Null when links lead in a circle.</summary>
    public static string? Resolve(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var resolved = root;
        var links = 0;
        var parts = new Stack<string>(Parts(path[root.Length..]));
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? root;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks)
                return null;
            if (Path.IsPathRooted(target))
                resolved = root;
            foreach (var step in Parts(target[(Path.GetPathRoot(target) ?? "").Length..]))
                parts.Push(step);
        }

        return resolved;
    }

    /// <summary>Whether a path is a folder or lies below it; both already resolved.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || folder == Path.GetPathRoot(path);

    /// <summary>The steps of a relative path, the last first.</summary>
    private static IEnumerable<string> Parts(string path) => path
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".")
        .Reverse();
}
