using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The program itself gave up because it did not get more memory. Needs: its own words. Against: an OOM kill, which would be a
/// <see cref="MemoryLimitRule"/> and has been asked for before.
/// </summary>
internal static class MemoryErrorRule
{
    private static readonly string[] Texts =
    [
        "MemoryError", "_ArrayMemoryError", "JavaScript heap out of memory", "std::bad_alloc", "Cannot allocate memory", "java.lang.OutOfMemoryError",
    ];

    public static Cause? Explain(Case @case)
    {
        if (!@case.EndedByItself || Text(@case) is not { } line)
            return null;
        var limit = ByteSize.Readable(@case.Limits.MemoryBytes);
        var peak = new OomKills(@case).Peak is { } bytes ? $" (at most {ByteSize.Readable(bytes)} of {limit} were in use)" : "";
        return @case.Create("memory-error", Confidence.Stated,
            $"{@case.Name} did not get the memory it asked for and gave up; nothing was killed{peak}.",
            $"Look for one allocation larger than {limit}, or for a limit that the program or the image sets itself (ulimit -v, RLIMIT_AS, --max-old-space-size).")
            .Because("stderr", line)
            .BecauseIf(@case.Raised(counters => counters.OomKills) == 0, "cgroup", () => $"OOM kills during {@case.Name}: 0");
    }

    /// <summary>The line in which the program says so; null when it does not.</summary>
    public static string? Text(Case @case) =>
        Texts.Select(text => TextWitness.FirstLine(@case.Step, text)).FirstOrDefault(line => line is not null);
}
