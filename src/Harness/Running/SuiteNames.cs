using Harness.Suites;

namespace Harness.Running;

/// <summary>Names suites for reports and the artifacts folder; an invalid one keeps its name, so that its history stays one.</summary>
internal static class SuiteNames
{
    /// <summary>The names, in the order of the suites.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string File, SuiteReadResult Read)> suites)
    {
        var taken = suites.Select(entry => entry.Read.Suite?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. suites.Select(entry => entry.Read.Suite?.Name ?? Candidates(entry.File, entry.Read.Name).First(taken.Add))];
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
