using Harness.Reproducibility;

namespace Harness.Suites.Linting;

/// <summary>An archive of a wheelhouse, by the name of its file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Tags">What a wheel is for; null for a source distribution.</param>
internal sealed record ArchiveName(string File, WheelTags? Tags)
{
    private static readonly string[] Sources = [".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz"];

    /// <summary>The archives that pip sees in a folder: those right in it.</summary>
    public static IReadOnlyList<ArchiveName> In(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(folder, "*", options).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(Parse!).OfType<ArchiveName>()];
    }

    /// <summary>What a file's name says; null when it is no archive of Python's.</summary>
    public static ArchiveName? Parse(string file) =>
        file.EndsWith(".whl", StringComparison.Ordinal)
            ? WheelTags.Parse(file[..^".whl".Length]) is { } tags ? new(file, tags) : null
            : Sources.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)) ? new(file, null) : null;

    /// <summary>The project that it is one of, normalized; null where the name has no version.</summary>
    public string? Project
    {
        get
        {
            if (Tags is not null)
                return PackageName.Normalize(File.Split('-')[0]);
            var parts = PackageName.Normalize(File).Split('-');
            var version = Array.FindIndex(parts, 1, part => char.IsAsciiDigit(part[0]));
            return version < 0 ? null : string.Join('-', parts[..version]);
        }
    }

    /// <summary>Whether it is one of a project's; a source's name may have hyphens, so that its version is the first part that begins with a digit.</summary>
    public bool IsOf(string key)
    {
        if (Tags is not null)
            return PackageName.Normalize(File.Split('-')[0]) == key;
        var normal = PackageName.Normalize(File);
        return normal.StartsWith(key + "-", StringComparison.Ordinal) && char.IsAsciiDigit(normal[key.Length + 1]);
    }
}
