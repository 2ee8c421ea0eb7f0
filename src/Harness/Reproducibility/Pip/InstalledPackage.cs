namespace Harness.Reproducibility.Pip;

/// <summary>A distribution that is installed.</summary>
/// <param name="Name">Its name as it writes it itself.</param>
/// <param name="Version">Its version; null where only a direct reference is known.</param>
/// <param name="Origin">Where it came from, when it was named by a direct reference.</param>
public sealed record InstalledPackage(string Name, string? Version, PackageOrigin? Origin = null)
{
    /// <summary>What tells two installs of it apart: its version, and the commit or address of a direct reference.</summary>
    public string Identity => (Version, Origin?.Commit ?? Origin?.Sha256 ?? Origin?.Url) switch
    {
        ({ } version, null) => version,
        ({ } version, { } origin) => $"{version} @ {origin}",
        (null, { } origin) => $"@ {origin}",
        (null, null) => "unknown",
    };
}
