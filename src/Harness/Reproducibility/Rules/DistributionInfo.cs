namespace Harness.Reproducibility.Rules;

/// <summary>Finds a way around a distribution's metadata folder.</summary>
internal static class DistributionInfo
{
    /// <summary>Whether the path is this file in a <c>.dist-info</c> folder.</summary>
    public static bool IsFile(string path, string name) => Folder(path) is { } folder && path.Length == folder.Length + 1 + name.Length
        && path.EndsWith(name, StringComparison.Ordinal);

    /// <summary>The <c>.dist-info</c> folder that the path is directly in; null when it is in none.</summary>
    public static string? Folder(string path) =>
        path.LastIndexOf('/') is var slash and > 0 && path[..slash] is var folder && folder.EndsWith(".dist-info", StringComparison.Ordinal)
            ? folder
            : null;
}
