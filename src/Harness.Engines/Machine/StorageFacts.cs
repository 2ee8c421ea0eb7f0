namespace Harness.Engines.Machine;

/// <summary>How full a file system is.</summary>
/// <param name="Path">A folder on it.</param>
/// <param name="FreeBytes">What an ordinary user may still write, in bytes.</param>
/// <param name="TotalBytes">Its size, in bytes.</param>
/// <param name="FreeInodes">How many files an ordinary user may still add; null where the file system sets no number.</param>
/// <param name="TotalInodes">How many files it has room for.</param>
public sealed record StorageFacts(string Path, long FreeBytes, long TotalBytes, long? FreeInodes = null, long? TotalInodes = null)
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
                var inodes = FileSystemInodes.Of(path);
                return new StorageFacts(path, drive.AvailableFreeSpace, drive.TotalSize, inodes?.Free, inodes?.Total);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null; // It is behind a door that is closed to this user.
            }
        }

        return null;
    }
}
