using System.Text.RegularExpressions;
using Harness.Reproducibility;

namespace Harness.Diagnosis.Pip;

/// <summary>The lines of pip's console that say what it is doing while it does it; they have been the same from pip 20.3 to 25.</summary>
internal static partial class PipLines
{
    /// <summary>Whether the versions are chosen: what follows is building and installing.</summary>
    public static bool EndsResolution(string line) =>
        line.StartsWith("Installing collected packages:", StringComparison.Ordinal) || line.StartsWith("Building wheels for collected packages:", StringComparison.Ordinal);

    /// <summary>The archive that pip takes up; null when the line is about something else.</summary>
    public static PipArchive? Archive(string line) => Fetched().Match(line) is { Success: true } match
        ? new(PackageName.Normalize(match.Groups["name"].Value), match.Groups["version"].Value, IsWheel: match.Groups["wheel"].Success)
        : null;

    /// <summary>The packages that pip is about to build, all of them in one line.</summary>
    public static IReadOnlyList<string> Built(string line)
    {
        const string start = "Building wheels for collected packages:";
        return line.StartsWith(start, StringComparison.Ordinal)
            ? [.. line[start.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PackageName.Normalize)]
            : [];
    }

    [GeneratedRegex(@"^\s*(?:Downloading|Using cached|Processing) (?:\S*/)?(?<name>[A-Za-z0-9][A-Za-z0-9._]*(?:-[A-Za-z][A-Za-z0-9._]*)*)-(?<version>\d[A-Za-z0-9.!+_]*?)(?:(?<wheel>-[^/\s]*\.whl)|\.tar\.gz|\.tar\.bz2|\.zip)\b")]
    private static partial Regex Fetched();
}
