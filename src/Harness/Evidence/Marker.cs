namespace Harness.Evidence;

/// <summary>The file that says that Harness wrote a folder, and so may write over what is in it.</summary>
internal static class Marker
{
    public const string Name = ".harness";

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    public static void Write(string folder, string text) => File.WriteAllText(Path.Combine(folder, Name), text + "\n");
}
