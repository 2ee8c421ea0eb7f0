namespace Harness.Suites.Wording;

/// <summary>How messages name files.</summary>
internal static class DisplayPath
{
    /// <summary>Relative to the working directory when below it, else absolute; nothing invisible in it.</summary>
    public static string Of(string path, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, path);
        var climbs = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return DisplayText.Escape(climbs ? path : relative);
    }
}
