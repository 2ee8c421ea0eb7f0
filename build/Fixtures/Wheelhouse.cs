using Harness.Build.Engines;
using static SimpleExec.Command;

namespace Harness.Build.Fixtures;

/// <summary>Real wheels and source distributions, built by the Python of the fixture image: this machine may have none.</summary>
internal static class Wheelhouse
{
    public const string Variable = "HARNESS_FIXTURE_WHEELS";

    private static readonly string[] QuickStartPackages = ["greeter-*.whl", "wordlist-*.whl"];

    private static string Recipe => Path.Combine(Paths.FixtureRecipes, "packages");

    private static CachedFolder Cache { get; } = new("wheels");

    public static string Location => Cache.Location;

    /// <summary>Builds the wheelhouse unless the one in artifacts is of the same recipe and image.</summary>
    public static Task ProvideAsync(ContainerEngine engine, string image)
    {
        // The digest, without the port of this clone's registry.
        var digest = image[(image.IndexOf('@', StringComparison.Ordinal) + 1)..];

        return Cache.ProvideAsync(RecipeHash.Of(Recipe, digest), () => BuildAsync(engine, image));
    }

    /// <summary>Copies what the quick start needs to beside its suite, which reads nothing outside its own folder.</summary>
    public static void CopyToQuickStart()
    {
        var target = Path.Combine(Paths.QuickStart, "wheels");

        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);

        foreach (var wheel in QuickStartPackages.SelectMany(pattern => Directory.GetFiles(Location, pattern)))
        {
            File.Copy(wheel, Path.Combine(target, Path.GetFileName(wheel)));
        }
    }

    // Copied in and out rather than mounted: the engine may be elsewhere, and the files are to belong to whoever builds.
    private static async Task BuildAsync(ContainerEngine engine, string image)
    {
        string[] command = ["python3", "/recipe/build.py", "/recipe", "/wheels"];
        var (output, _) = await ReadAsync(engine.Cli, ["create", "--network", "none", image, .. command]);
        var container = output.Trim();

        try
        {
            await RunAsync(engine.Cli, ["cp", Recipe, $"{container}:/recipe"]);
            await RunAsync(engine.Cli, ["start", "--attach", container]);
            await RunAsync(engine.Cli, ["cp", $"{container}:/wheels", Location]);
        }
        finally
        {
            await ReadAsync(engine.Cli, ["rm", "--force", container]);
        }
    }
}
