using System.Text.RegularExpressions;

namespace Harness.Suites;

/// <summary>The regular expressions of <see cref="Expectation"/>: the one place that says how they are matched.</summary>
public static class OutputPattern
{
    /// <summary>Longest pattern that is accepted.</summary>
    public const int MaxLength = 1000;

    /// <summary>Compiles a pattern. Matching takes time linear in the output, whatever the pattern: nothing is backtracked.</summary>
    /// <exception cref="RegexParseException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking: look-around, backreferences, atomic groups, conditionals.</exception>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
