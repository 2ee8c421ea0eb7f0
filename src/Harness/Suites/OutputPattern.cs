using System.Text.RegularExpressions;

namespace Harness.Suites;

/// <summary>The regular expressions of <see cref="Expectation"/>: the one place that says how they are matched.</summary>
public static class OutputPattern
{
    /// <summary>Longest pattern that is accepted.</summary>
    public const int MaxLength = 1000;

    // Those, and repetitions, which may come to more than can be held.
    private static readonly string[] Doubtful = ["(?", "{", @"\1", @"\2", @"\3", @"\4", @"\5", @"\6", @"\7", @"\8", @"\9", @"\k", @"\G"];

    /// <summary>Fails as <see cref="Create"/> would, but compiles only what may need backtracking: that takes ten times as long as parsing.</summary>
    /// <inheritdoc cref="Create" path="/exception"/>
    public static void Check(string pattern)
    {
        if (Doubtful.Any(text => pattern.Contains(text, StringComparison.Ordinal)))
            Create(pattern);
        else
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
    }

    /// <summary>Compiles a pattern. Matching takes time linear in the output, whatever the pattern: nothing is backtracked.</summary>
    /// <exception cref="RegexParseException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking: look-around, backreferences, atomic groups, conditionals.</exception>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
