using System.Text.Json.Nodes;

namespace Harness.Build.Fixtures;

/// <summary>A small image with Debian's own Python.</summary>
internal static class BaseImage
{
    // Change it when the code below would make another image of the same recipe.
    private const string RecipeVersion = "2";

    private static readonly string[] Documentation = ["doc", "info", "locale", "man"];

    private static string Recipe => Path.Combine(Paths.FixtureRecipes, "image");

    private static CachedFolder Cache { get; } = new("image");

    /// <summary>The image, as an OCI layout.</summary>
    public static string Layout => Cache.Location;

    /// <summary>Makes the image unless the one in artifacts is of the same recipe.</summary>
    /// <returns>Its digest.</returns>
    public static async Task<string> ProvideAsync()
    {
        await Cache.ProvideAsync(RecipeHash.Of(Recipe, Mmdebstrap.Release, RecipeVersion), MakeAsync);

        return OciLayout.Digest(Layout);
    }

    private static async Task MakeAsync()
    {
        var layer = Path.Combine(Paths.Fixtures, "image.tar");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Recipe, "config.json")))!;

        string[] options =
        [
            "--variant=essential",
            .. Documentation.Select(folder => $"--dpkgopt=path-exclude=/usr/share/{folder}/*"),
            "--dpkgopt=path-include=/usr/share/doc/*/copyright",
            $"--customize-hook={Path.Combine(Recipe, "finish.sh")}",
        ];

        await Mmdebstrap.MakeAsync("the base image", Path.Combine(Recipe, "packages.txt"), options, layer);
        OciLayout.Write(Layout, layer, settings, Mmdebstrap.Created);
    }
}
