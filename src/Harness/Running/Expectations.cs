using System.Globalization;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Checks what a smoke test did against what was expected of it.</summary>
public static class Expectations
{
    /// <summary>One line for each expectation that does not hold; empty when all hold.</summary>
    public static IReadOnlyList<string> Check(Expectation expect, int? exitCode, string stdout, string stderr)
    {
        var unmet = new List<string>();
        if (exitCode != expect.ExitCode)
            unmet.Add(string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}, expected {expect.ExitCode}"));
        Match(expect.StdoutMatches, stdout, wanted: true, "standard output", unmet);
        Match(expect.StderrMatches, stderr, wanted: true, "standard error", unmet);
        Match(expect.StdoutExcludes, stdout, wanted: false, "standard output", unmet);
        Match(expect.StderrExcludes, stderr, wanted: false, "standard error", unmet);
        return unmet;
    }

    private static void Match(string? pattern, string text, bool wanted, string stream, List<string> unmet)
    {
        if (pattern is null || OutputPattern.Create(pattern).IsMatch(text) == wanted)
            return;
        unmet.Add(wanted ? $"{stream} does not match '{pattern}'" : $"{stream} matches '{pattern}', which it must not");
    }
}
