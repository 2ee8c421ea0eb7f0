using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Harness.Engines.Images;

/// <summary>The grammar of image references, as the registries' reference implementation states it.</summary>
internal static partial class ImageReferenceParser
{
    private const int LongestName = 255;
    private const string HostPart = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ImageReference? reference,
        [NotNullWhen(false)] out string? error)
    {
        reference = null;
        var rest = text.Trim();
        if (rest.Length == 0)
            return Fail("the image reference is empty", out error);

        string? digest = null;
        if (rest.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            (rest, digest) = (rest[..at], rest[(at + 1)..]);
            if (!Digest().IsMatch(digest))
                return Fail($"'{digest}' is not a digest; expected 'sha256:' and 64 lower-case hexadecimal digits", out error);
        }

        // A colon before the last slash belongs to the registry's port.
        string? tag = null;
        if (rest.LastIndexOf(':') is >= 0 and var colon && colon > rest.LastIndexOf('/'))
        {
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);
            if (!Tag().IsMatch(tag))
                return Fail($"'{tag}' is not a tag; expected at most 128 letters, digits, '_', '.' and '-'", out error);
        }

        var (registry, repository) = SplitRegistry(rest);
        if (!Registry().IsMatch(registry))
            return Fail($"'{registry}' is not a registry's host name", out error);
        if (!Repository().IsMatch(repository))
            return Fail(Wrong(repository), out error);
        if (registry.Length + 1 + repository.Length > LongestName)
            return Fail($"the name is longer than {LongestName} characters", out error);

        error = null;
        reference = new ImageReference(registry, repository, tag, digest);
        return true;
    }

    private static (string Registry, string Repository) SplitRegistry(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        if (!first.Contains('.', StringComparison.Ordinal) && !first.Contains(':', StringComparison.Ordinal) && first != "localhost")
            return ("docker.io", slash < 0 ? "library/" + name : name);

        var repository = name[(slash + 1)..];
        if (first is not ("docker.io" or "index.docker.io" or "registry-1.docker.io"))
            return (first, repository);
        return ("docker.io", repository.Contains('/', StringComparison.Ordinal) ? repository : "library/" + repository);
    }

    private static string Wrong(string repository) => repository.Any(char.IsAsciiLetterUpper)
        ? $"'{repository}' is not a repository; its letters must be lower-case"
        : $"'{repository}' is not a repository; expected lower-case letters and digits, joined by '.', '_', '__', '-' or '/'";

    private static bool Fail(string message, out string error)
    {
        error = message;
        return false;
    }

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex Digest();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$")]
    private static partial Regex Tag();

    [GeneratedRegex($@"^(?:{HostPart}(?:\.{HostPart})*|\[[0-9a-fA-F:]+\])(?::[0-9]{{1,5}})?$")]
    private static partial Regex Registry();

    [GeneratedRegex("^[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*$")]
    private static partial Regex Repository();
}
