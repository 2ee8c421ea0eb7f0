using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Build.Engines;
using static SimpleExec.Command;

namespace Harness.Build.Fixtures;

/// <summary>A small image with Debian's own Python, made of packages from wherever this machine gets its packages.</summary>
internal static class BaseImage
{
    private const string Release = "bookworm";

    // Change it when the code below would make another image of the same recipe.
    private const string RecipeVersion = "1";

    private static readonly DateTimeOffset Created = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Documentation = ["doc", "info", "locale", "man"];

    private static string Recipe => Path.Combine(Paths.FixtureRecipes, "image");

    private static CachedFolder Cache { get; } = new("image");

    /// <summary>The image, as an OCI layout.</summary>
    public static string Layout => Cache.Location;

    /// <summary>Makes the image unless the one in artifacts is of the same recipe.</summary>
    /// <returns>Its digest.</returns>
    public static async Task<string> ProvideAsync()
    {
        await Cache.ProvideAsync(RecipeHash.Of(Recipe, Release, RecipeVersion), MakeAsync);

        return OciLayout.Digest(Layout);
    }

    private static async Task MakeAsync()
    {
        var layer = Path.Combine(Paths.Fixtures, "image.tar");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Recipe, "config.json")))!;

        await InstallAsync(layer);
        OciLayout.Write(Layout, layer, settings, Created);
    }

    private static async Task InstallAsync(string tar)
    {
        var packages = await File.ReadAllLinesAsync(Path.Combine(Recipe, "packages.txt"));
        string[] arguments =
        [
            "--mode=root",
            "--variant=essential",
            // Without this hook the package usrmerge comes in, and all of Perl with it.
            "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr",
            $"--include={string.Join(',', packages)}",
            .. Documentation.Select(folder => $"--dpkgopt=path-exclude=/usr/share/{folder}/*"),
            "--dpkgopt=path-include=/usr/share/doc/*/copyright",
            $"--customize-hook={Path.Combine(Recipe, "finish.sh")}",
            Release,
            tar,
        ];

        if (await AptSources.ForAsync(Release) is { } sources)
        {
            var list = Path.Combine(Paths.Fixtures, "sources.list");
            await File.WriteAllTextAsync(list, sources);
            arguments = [.. arguments, list];
        }

        await RunAsync("mmdebstrap", arguments, configureEnvironment: environment =>
            environment["SOURCE_DATE_EPOCH"] = Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }
}
