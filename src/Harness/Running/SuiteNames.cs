using Harness.Suites;

namespace Harness.Running;

/// <summary>Names suites for reports and the artifacts folder; an invalid one keeps its name, so that its history stays one.</summary>
internal static class SuiteNames
{
    /// <summary>The names, in the order of the suites.</summary>
    /// <param name="files">The suites' files.</param>
    /// <param name="read">What was read from each.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> files, IReadOnlyList<SuiteReadResult> read)
    {
        var taken = read.Select(result => result.Suite?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. read.Select((result, index) => result.Suite?.Name ?? Candidates(files[index], result.Name).First(taken.Add))];
    }

    // Two suites of one name would be one folder.
    private static IEnumerable<string> Candidates(string file, string? name)
    {
        if (name is not null)
            yield return name;
        var named = Path.ChangeExtension(file, null).Replace('/', '-').Replace('\\', '-').TrimStart('.', '-').ToLowerInvariant();
        if (named.Length == 0)
            named = "suite";
        yield return named;
        for (var number = 2; ; number++)
            yield return $"{named}-{number}";
    }
}
