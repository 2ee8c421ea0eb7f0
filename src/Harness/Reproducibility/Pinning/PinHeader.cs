using Harness.Evidence;

namespace Harness.Reproducibility.Pinning;

/// <summary>What a file that a pin wrote says of itself.</summary>
/// <param name="Replaced">The requirements that it is installed instead of, relative to the suite; empty: it stands beside them.</param>
/// <param name="Digest">What these came to when it was written; null in a file of an older version.</param>
internal sealed record PinHeader(IReadOnlyList<string> Replaced, string? Digest)
{
    private const string MadeFrom = "# Made from requirements with sha256:";

    /// <summary>The line that keeps a digest.</summary>
    public static string LineOf(string digest) => $"{MadeFrom}{digest}\n";

    /// <summary>Reads a file's header; null when no pin wrote the file, or it cannot be read.</summary>
    public static PinHeader? Read(string path) => InputFiles.TryRead(path) is { } text ? Of(text) : null;

    /// <summary>The header of a text; null when no pin wrote it.</summary>
    public static PinHeader? Of(string text)
    {
        if (!text.StartsWith(PinTexts.Mark, StringComparison.Ordinal))
            return null;
        var lines = text.Split('\n', 3, StringSplitOptions.TrimEntries);
        return new(
            lines[0].Split(" instead of ") is [_, var names] ? names.TrimEnd('.').Split(", ") : [],
            lines.ElementAtOrDefault(1) is { } second && second.StartsWith(MadeFrom, StringComparison.Ordinal) ? second[MadeFrom.Length..] : null);
    }
}
