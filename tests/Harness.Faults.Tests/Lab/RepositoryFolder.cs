namespace Harness.Faults.Tests.Lab;

/// <summary>The clone that these tests were built in.</summary>
internal static class RepositoryFolder
{
    // Not from [CallerFilePath]: deterministic builds replace it.
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Harness.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Harness.sln above {AppContext.BaseDirectory}.");
    }
}
