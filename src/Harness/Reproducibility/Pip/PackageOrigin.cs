using System.Text.Json;

namespace Harness.Reproducibility.Pip;

/// <summary>Where a distribution came from, as pip records it (PEP 610).</summary>
/// <param name="Url">The address it was fetched from.</param>
/// <param name="Sha256">The archive's hash; null for directories and repositories.</param>
/// <param name="Commit">The commit, when it came from a repository.</param>
/// <param name="Editable">Whether it is installed in place.</param>
/// <param name="Vcs">Kind of the repository, such as <c>git</c>.</param>
public sealed record PackageOrigin(string? Url, string? Sha256 = null, string? Commit = null, bool Editable = false, string? Vcs = null)
{
    /// <summary>The file at the end of the address.</summary>
    public string? FileName => Url is null ? null : Uri.UnescapeDataString(Url.Split('#', '?')[0].TrimEnd('/').Split('/')[^1]);

    /// <summary>Whether it is a wheel, and so needed no build.</summary>
    public bool IsWheel => FileName is { } name && name.EndsWith(".whl", StringComparison.OrdinalIgnoreCase);

    internal static PackageOrigin? Read(JsonElement? origin)
    {
        if (origin is not { ValueKind: JsonValueKind.Object } element)
            return null;
        var archive = element.Get("archive_info");
        return new PackageOrigin(
            element.Text("url"),
            archive is { } info ? Sha256Of(info) : null,
            element.Get("vcs_info")?.Text("commit_id"),
            element.Get("dir_info")?.Flag("editable") ?? false,
            element.Get("vcs_info")?.Text("vcs"));
    }

    // "hashes" since pip 23.1; before that, and beside it, "hash" as NAME=VALUE.
    private static string? Sha256Of(JsonElement archive)
    {
        const string Prefix = "sha256=";
        return archive.Get("hashes")?.Text("sha256")
            ?? (archive.Text("hash") is { } hash && hash.StartsWith(Prefix, StringComparison.Ordinal) ? hash[Prefix.Length..] : null);
    }
}
