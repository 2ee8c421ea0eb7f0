using System.IO.Enumeration;

namespace Harness.Suites.Finding;

/// <summary>Patterns of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders.</summary>
internal static class SuiteGlob
{
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that an absolute pattern matches; a file may come more than once.</summary>
    public static IEnumerable<string> Match(string pattern, FolderWalk walk)
    {
        var root = Path.GetPathRoot(pattern)!;
        var parts = pattern[root.Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        var plain = Array.FindIndex(parts, IsPattern);
        var start = Path.Join([root, .. parts[..plain]]);
        return Directory.Exists(start) ? Match(start, parts.AsMemory(plain), walk) : [];
    }

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> parts, FolderWalk walk)
    {
        var part = parts.Span[0];
        var rest = parts[1..];
        if (part == "**")
            return walk.FoldersFrom(folder).SelectMany(below => rest.IsEmpty ? walk.FilesIn(below) : Match(below, rest, walk));

        return rest.IsEmpty
            ? walk.FilesIn(folder).Where(file => Matches(part, file))
            : (IsExplicit(part) ? walk.AllFoldersIn(folder) : walk.FoldersIn(folder)).Where(child => Matches(part, child)).SelectMany(child => Match(child, rest, walk));
    }

    // As in a shell: a star does not stand for .github, but .g* does.
    private static bool IsExplicit(string part) => part.StartsWith('.') || !IsPattern(part);

    private static bool Matches(string part, string path) =>
        FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(path.AsSpan()), ignoreCase: false);
}
