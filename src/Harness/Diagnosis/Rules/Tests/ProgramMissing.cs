using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A program that Python was to start, or a script that it was to run, and that is not there.</summary>
internal static partial class ProgramMissing
{
    public static KnownFailure? Of(Case @case)
    {
        var words = KnownFailure.LastWords(@case).ToList();
        if (words.Select(line => Script().Match(line)).LastOrDefault(match => match.Success) is { } script)
            return new($"there is no file '{script.Groups["path"].Value}'", $"Correct the path '{script.Groups["path"].Value}'; paths are relative to the workspace.");
        if (words.Select(line => Absent().Match(line)).LastOrDefault(match => match.Success) is not { } match
            || !Started().IsMatch(@case.Step.StderrTail + @case.Step.StdoutTail))
            return null;
        var name = match.Groups["name"].Value;
        return new($"it starts '{name}', and there is no such program", $"Use an image that has '{name}', or add the package that brings it to the requirements.");
    }

    [GeneratedRegex(@"can't open file '(?<path>[^']+)': \[Errno 2\]")]
    private static partial Regex Script();

    [GeneratedRegex(@"FileNotFoundError: \[Errno 2\] No such file or directory: '(?<name>[^']+)'$")]
    private static partial Regex Absent();

    // The frame in which Python starts a child: a file that is merely opened has another one.
    [GeneratedRegex(@"subprocess\.py(?:"", line |:)\d+[^\n]*_execute_child|in _execute_child")]
    private static partial Regex Started();
}
