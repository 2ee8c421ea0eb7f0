using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Harness.Reproducibility;

/// <summary>Hashes as people compare them.</summary>
internal static partial class Hashes
{
    /// <summary>The text with each hash cut to its first twelve digits.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Short(string? text) => text is null ? null : LongHash().Replace(text, "sha256:$1");

    [GeneratedRegex("sha256:([0-9a-f]{12})[0-9a-f]{52}")]
    private static partial Regex LongHash();
}
