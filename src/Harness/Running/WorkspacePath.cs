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
        if (path.TrimEnd('/') == SandboxPaths.Workspace)
            return ".";
        return path.StartsWith(SandboxPaths.Workspace + "/", StringComparison.Ordinal) ? "./" + path[(SandboxPaths.Workspace.Length + 1)..].TrimEnd('/') : null;
    }
}
