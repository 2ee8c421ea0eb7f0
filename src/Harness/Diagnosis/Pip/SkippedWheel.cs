using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Pip;

/// <summary>A wheel that pip passed over because it is for another Python, platform or C library.</summary>
/// <param name="Tags">The tags it is for.</param>
/// <param name="File">Its file's name.</param>
internal sealed partial record SkippedWheel(string Tags, string File)
{
    /// <summary>The wheels of a package that the log says were passed over.</summary>
    public static IReadOnlyList<SkippedWheel> Of(PipWords pip, string package) =>
        [.. pip.Log.Select(line => Skipped().Match(line)).Where(match => match.Success)
            .Select(match => new SkippedWheel(match.Groups["tags"].Value, match.Groups["url"].Value.Split('#')[0].Split('/')[^1]))
            .Where(wheel => PipWords.IsOf(wheel.File, package)).Distinct()];

    [GeneratedRegex(@"none of the wheel's tags \((?<tags>[^)]+)\) are compatible.*?: (?<url>\S+)")]
    private static partial Regex Skipped();
}
