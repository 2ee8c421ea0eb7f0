namespace Harness.Engines.Machine;

/// <summary>Files in which the kernel tells of itself.</summary>
internal static class KernelFile
{
    /// <summary>The text; empty where there is none, or where it is none of this user's business: it tells nothing.</summary>
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
