namespace Harness.Engines.Machine;

/// <summary>How full a file system is.</summary>
/// <param name="Path">A folder on it.</param>
/// <param name="FreeBytes">What an ordinary user may still write, in bytes.</param>
/// <param name="TotalBytes">Its size, in bytes.</param>
public sealed record StorageFacts(string Path, long FreeBytes, long TotalBytes)
{
    /// <summary>Measures the file system of a folder, or of what would hold it; null when it cannot be measured from here.</summary>
    public static StorageFacts? Measure(string folder)
    {
        for (var path = folder; !string.IsNullOrEmpty(path); path = System.IO.Path.GetDirectoryName(path))
        {
            if (!Directory.Exists(path))
                continue;
            try
            {
                var drive = new DriveInfo(path);
                return new StorageFacts(path, drive.AvailableFreeSpace, drive.TotalSize);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null; // It is behind a door that is closed to this user.
            }
        }

        return null;
    }
}
