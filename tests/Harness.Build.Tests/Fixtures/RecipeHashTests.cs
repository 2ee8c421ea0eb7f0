using Harness.Build.Fixtures;

namespace Harness.Build.Tests.Fixtures;

public sealed class RecipeHashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RecipeHashTests()
    {
        folder.Write("packages.txt", "python3\n");
        folder.Write("scripts/finish.sh", "exit 0\n");
    }

    [Fact]
    public void The_same_recipe_has_the_same_hash_wherever_it_is()
    {
        using var other = new TemporaryFolder();
        other.Write("scripts/finish.sh", "exit 0\n");
        other.Write("packages.txt", "python3\n");

        Assert.Equal(RecipeHash.Of(folder.Path, "1"), RecipeHash.Of(other.Path, "1"));
    }

    [Fact]
    public void Another_content_name_or_version_is_another_recipe()
    {
        var hashes = new List<string> { RecipeHash.Of(folder.Path, "1"), RecipeHash.Of(folder.Path, "2") };

        folder.Write("scripts/finish.sh", "exit 1\n");
        hashes.Add(RecipeHash.Of(folder.Path, "1"));
        File.Move(Path.Combine(folder.Path, "scripts", "finish.sh"), Path.Combine(folder.Path, "scripts", "finish"));
        hashes.Add(RecipeHash.Of(folder.Path, "1"));

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    public void Dispose() => folder.Dispose();
}
