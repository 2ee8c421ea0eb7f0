using System.Text.RegularExpressions;

namespace Harness.Suites.Wording;

/// <summary>Commands as a shell takes them, to be pasted.</summary>
public static partial class ShellText
{
    /// <summary>Program and arguments; what a shell would read in another way is quoted.</summary>
    public static string Of(IEnumerable<string> command) => string.Join(' ', command.Select(Word));

    private static string Word(string word) =>
        Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_@%+=:,./-]+\z")]
    private static partial Regex Plain();
}
