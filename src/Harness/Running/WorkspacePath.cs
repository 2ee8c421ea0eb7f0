using Harness.Running.Varying;

namespace Harness.Running;

/// <summary>A path of the workspace as a requirement names it, whatever pip calls it.</summary>
internal static class WorkspacePath
{
    private const string Scheme = "file://";

    /// <summary><c>.</c>, or a path that begins with <c>./</c>; null of what is not in the workspace.</summary>
    /// <param name="place">A path inside of the sandbox, or its address (<c>file:///workspace/dist/a.whl</c>).</param>
    public static string? Of(string? place)
    {
        if (place is null)
            return null;
        var path = place.StartsWith(Scheme, StringComparison.Ordinal) ? Uri.UnescapeDataString(place[Scheme.Length..].Split('#')[0]) : place;
        return Inside(path, SandboxPaths.Workspace) ?? Inside(path, Variations.Workspace);
    }

    private static string? Inside(string path, string workspace)
    {
        if (path.TrimEnd('/') == workspace)
            return ".";
        return path.StartsWith(workspace + "/", StringComparison.Ordinal) ? "./" + path[(workspace.Length + 1)..].TrimEnd('/') : null;
    }
}
