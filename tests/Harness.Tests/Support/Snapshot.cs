namespace Harness.Tests.Support;

/// <summary>
/// Compares texts with files that lie next to the tests. <c>HARNESS_UPDATE_SNAPSHOTS=1</c> writes the files anew; what
/// changed is then reviewed like code.
/// </summary>
public static class Snapshot
{
    /// <param name="name">The file, relative to the test project.</param>
    /// <param name="actual">The text.</param>
    public static void Match(string name, string actual)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Harness.Tests", name);
        if (Environment.GetEnvironmentVariable("HARNESS_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{name} is missing; run once with HARNESS_UPDATE_SNAPSHOTS=1. The text is:\n{actual}");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
