namespace Harness.Tests.Support;

/// <summary>The folder of this clone. Not from [CallerFilePath]: deterministic builds replace it.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Harness.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Harness.sln above {AppContext.BaseDirectory}.");
    }
}
