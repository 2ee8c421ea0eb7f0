namespace Harness.Suites.Finding;

/// <summary>Walks folders in ordinal order, past those that hold other people's files or outputs.</summary>
/// <param name="unreadable">Hears of folders that cannot be looked into, with the reason.</param>
internal sealed class FolderWalk(Action<string, string> unreadable)
{
    private static readonly string[] PassedOver = ["node_modules", "venv", "bin", "obj", "artifacts"];

    /// <summary>Every file in a folder and below.</summary>
    public IEnumerable<string> Files(string folder) => FoldersFrom(folder).SelectMany(FilesIn);

    /// <summary>A folder and every folder below.</summary>
    public IEnumerable<string> FoldersFrom(string folder) => FoldersIn(folder).SelectMany(FoldersFrom).Prepend(folder);

    /// <summary>The files of a folder.</summary>
    public IEnumerable<string> FilesIn(string folder) => List(folder, Directory.GetFiles);

    /// <summary>The folders of a folder; links are not followed, as they may lead in circles.</summary>
    public IEnumerable<string> FoldersIn(string folder) => AllFoldersIn(folder).Where(child => !IsPassedOver(Path.GetFileName(child)));

    /// <summary>As <see cref="FoldersIn"/>, and those that are passed over as well.</summary>
    public IEnumerable<string> AllFoldersIn(string folder) => List(folder, Directory.GetDirectories).Where(child => new DirectoryInfo(child).LinkTarget is null);

    // Folders that begin with a dot are tools' own: .github has workflows, and one of them may well be called smoke.yml.
    private static bool IsPassedOver(string name) => name.StartsWith('.') || PassedOver.Contains(name);

    private string[] List(string folder, Func<string, string[]> list)
    {
        try
        {
            var entries = list(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unreadable(folder, exception.Message);
            return [];
        }
    }
}
