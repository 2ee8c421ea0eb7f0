namespace Harness.Reproducibility.Pip;

/// <summary>One distribution that pip chose to install.</summary>
/// <param name="Name">Its name as it writes it itself.</param>
/// <param name="Version">Its version.</param>
/// <param name="Origin">The archive, directory or repository it comes from.</param>
/// <param name="Requested">Whether a requirement names it, rather than another distribution.</param>
/// <param name="IsDirect">Whether it was named by an address instead of found in an index.</param>
/// <param name="IsYanked">Whether the index warns against it.</param>
public sealed record PipReportItem(
    string Name,
    string? Version,
    PackageOrigin? Origin,
    bool Requested,
    bool IsDirect,
    bool IsYanked);
