using System.Globalization;
using Harness.Build.Engines;
using static SimpleExec.Command;

namespace Harness.Build.Fixtures;

/// <summary>File systems of Debian's packages, from wherever this machine gets its packages, and the same bytes each time.</summary>
internal static class Mmdebstrap
{
    public const string Release = "bookworm";

    /// <summary>The moment that all files are from.</summary>
    public static DateTimeOffset Created { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="what">What is made, for the log; the target may be the null device, where a hook takes the files.</param>
    /// <param name="packages">A file with a package on each line; what they depend on comes with them.</param>
    /// <param name="options">Which packages else, and what is done to the file system.</param>
    /// <param name="target">Where it goes, as mmdebstrap understands it.</param>
    public static async Task MakeAsync(string what, string packages, string[] options, string target)
    {
        string[] arguments =
        [
            "--mode=root",
            // Without this hook the package usrmerge comes in, and all of Perl with it.
            "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr",
            $"--include={string.Join(',', await File.ReadAllLinesAsync(packages))}",
            .. options,
            Release,
            target,
        ];

        if (await AptSources.ForAsync(Release) is { } sources)
        {
            var list = Path.Combine(Paths.Fixtures, "sources.list");
            await File.WriteAllTextAsync(list, sources);
            arguments = [.. arguments, list];
        }

        // Its own progress fills a screen; when it fails, the exception has all of it.
        Console.WriteLine($"Making {what} of Debian's packages");
        await ReadAsync("mmdebstrap", arguments, configureEnvironment: Settle);
    }

    /// <summary>Takes from an environment what would make another image of it, depending on who builds it.</summary>
    public static void Settle(IDictionary<string, string?> environment)
    {
        environment["SOURCE_DATE_EPOCH"] = Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        // The image's Python runs while it is installed, and would obey.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PYTHON", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }
    }
}
