namespace Harness.Evidence;

/// <summary>Says why a folder cannot be made or written, where the runtime's own words name a file that nobody asked for.</summary>
internal static class UnwritableFolder
{
    /// <summary>In a few words, without a full stop.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="exception">What came of trying.</param>
    public static string Why(string folder, Exception exception)
    {
        var existing = folder;
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;
        if (File.Exists(existing))
            return $"{existing} is a file";
        return exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => $"nothing can be made in {existing}", // such as /proc
            UnauthorizedAccessException => $"this user may not write in {existing}",
            _ => exception.Message.TrimEnd('.'),
        };
    }
}
