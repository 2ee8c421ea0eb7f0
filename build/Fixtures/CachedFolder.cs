namespace Harness.Build.Fixtures;

/// <summary>A folder in artifacts/fixtures that is made anew only when what it is made of changes.</summary>
internal sealed record CachedFolder(string Name)
{
    public string Location => Path.Combine(Paths.Fixtures, Name);

    private string KeyFile => $"{Location}.key";

    /// <param name="key">Stands for all that the content depends on.</param>
    /// <param name="make">Fills the folder, which does not exist yet. The key is kept only if it succeeds.</param>
    public async Task ProvideAsync(string key, Func<Task> make)
    {
        Directory.CreateDirectory(Paths.Fixtures);

        if (File.Exists(KeyFile) && await File.ReadAllTextAsync(KeyFile) == key)
        {
            return;
        }

        File.Delete(KeyFile);

        if (Directory.Exists(Location))
        {
            Directory.Delete(Location, recursive: true);
        }

        await make();
        await File.WriteAllTextAsync(KeyFile, key);
    }
}
