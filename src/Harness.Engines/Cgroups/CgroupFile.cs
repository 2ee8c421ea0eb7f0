using System.Globalization;

namespace Harness.Engines.Cgroups;

/// <summary>The two shapes of cgroup files: a single number, and lines of name and number.</summary>
internal static class CgroupFile
{
    /// <summary>The number of a one-number file; null for <c>max</c>, and for what is no number.</summary>
    public static long? Number(string? text) =>
        ulong.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= long.MaxValue
            ? (long)value
            : null;

    /// <summary>The number behind a name; null when the file has no such line.</summary>
    public static long? Field(string? text, string name)
    {
        if (text is null)
            return null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > name.Length && line[name.Length] == ' ' && line.StartsWith(name, StringComparison.Ordinal))
                return Number(line[(name.Length + 1)..].ToString());
        }

        return null;
    }

    /// <summary>The text of a file; null when it or its directory is not there or may not be read.</summary>
    public static string? Read(string? directory, string name)
    {
        if (directory is null)
            return null;
        try
        {
            return File.ReadAllText(Path.Combine(directory, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // The cgroup ends with its last process, and older kernels lack some of the files.
        }
    }
}
