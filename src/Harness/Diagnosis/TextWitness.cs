using System.Text.RegularExpressions;
using Harness.Evidence;

namespace Harness.Diagnosis;

/// <summary>Looks for texts in what a step printed: the weakest witness, asked last.</summary>
internal static partial class TextWitness
{
    /// <summary>The first line with this text, standard error before standard output, trimmed; null when there is none.</summary>
    public static string? FirstLine(StepEvidence step, string text) => FirstLine(step.StderrTail, text) ?? FirstLine(step.StdoutTail, text);

    /// <summary>The first line with this text, trimmed; null when there is none.</summary>
    public static string? FirstLine(string? output, string text) =>
        output?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>The last lines that say anything, trimmed at their ends, in order.</summary>
    public static IReadOnlyList<string> LastLines(string output, int count) =>
        [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(count)];

    /// <summary>
    /// The last lines, but for rules and headings; where a test runner sums up after what it found (unittest: <c>FAIL: test_x</c>, the
    /// exception, then <c>Ran 3 tests</c>), what it found comes first.
    /// </summary>
    public static IReadOnlyList<string> Telling(string output, int count)
    {
        var lines = LastLines(output, int.MaxValue).Where(line => !Rule().IsMatch(line)).ToList();
        var last = lines.TakeLast(count).ToList();
        var found = lines.Where(line => Found().IsMatch(line)).ToList();
        return found.TrueForAll(last.Contains) ? last : [.. found.Take(count - 1), last[^1]];
    }

    /// <summary>The exceptions that unittest tells of before it sums up; none of what is no output of it.</summary>
    public static IEnumerable<string> Summed(string output)
    {
        var lines = LastLines(output, int.MaxValue);
        return lines is [.., var last] && last.StartsWith("FAILED (", StringComparison.Ordinal) ? lines.Where(line => Exception().IsMatch(line)) : [];
    }

    // Of dashes, or pytest's headings among them; its total is written so as well, and tells.
    [GeneratedRegex(@"^[-=_*#\s]+$|^=+ (?:short test summary info|FAILURES|ERRORS|PASSES|warnings summary|test session starts) =+$|^_{3,} \S+ _{3,}$|^-+ Captured \w+ \w+ -+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:FAIL|ERROR): |^(?:FAILED|ERROR) \S+::|^E   \S|^(?:\w+\.)*\w*(?:Error|Exception)(?::|$)")]
    private static partial Regex Found();

    [GeneratedRegex(@"^(?:\w+\.)*\w*(?:Error|Exception): ")]
    private static partial Regex Exception();
}
