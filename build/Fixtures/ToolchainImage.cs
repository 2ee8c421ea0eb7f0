namespace Harness.Build.Fixtures;

/// <summary>The base image with Debian's C compiler, and still without Python's headers.</summary>
internal static class ToolchainImage
{
    // Change it when the code below would make another image of the same recipe.
    private const string RecipeVersion = "1";

    // Documentation, and optimisers of whole programs and sanitisers, which are half of the rest.
    private static readonly string[] Unused =
        ["usr/share/doc/*.gz", "usr/share/info", "usr/share/locale", "usr/share/man", "usr/bin/*-lto-dump-*", "usr/lib/gcc/*/lto1", "usr/lib/*/lib*san.*"];

    private static string Recipe => Path.Combine(Paths.FixtureRecipes, "toolchain");

    private static CachedFolder Cache { get; } = new("toolchain");

    /// <summary>The image, as an OCI layout.</summary>
    public static string Layout => Cache.Location;

    /// <summary>Makes the image, and the base image, unless those in artifacts are of the same recipe.</summary>
    /// <returns>Its digest.</returns>
    public static async Task<string> ProvideAsync()
    {
        var digest = await BaseImage.ProvideAsync();
        await Cache.ProvideAsync(RecipeHash.Of(Recipe, digest, Mmdebstrap.Release, RecipeVersion), MakeAsync);

        return OciLayout.Digest(Layout);
    }

    // Packages that are only extracted need no others to be configured. Below /usr is all that they have.
    private static async Task MakeAsync()
    {
        var layer = Path.Combine(Paths.Fixtures, "toolchain.tar");
        var excluded = string.Join(' ', Unused.Select(path => $"--exclude '{path}'"));
        // Not by path-exclude, which takes as long again as all else.
        var pack = $"""
            tar --create --file '{layer}' --sort name --mtime @{Mmdebstrap.Created.ToUnixTimeSeconds()} --numeric-owner --directory "$1" {excluded} usr
            """;

        await Mmdebstrap.MakeAsync("the toolchain image", Path.Combine(Recipe, "packages.txt"), ["--variant=extract", "--format=null", $"--extract-hook={pack}"], "/dev/null");
        OciLayout.Extend(Layout, BaseImage.Layout, layer);
    }
}
