using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A command that a shell could not run, by the shell's exit code (126, 127) and its own words.</summary>
internal static partial class CommandNotRun
{
    private const int NotExecutable = 126;
    private const int NotFound = 127;

    /// <summary>The command that the last such line names; null when the code or the words are others.</summary>
    public static KnownFailure? Of(Case @case) => @case.ExitCode switch
    {
        NotFound when Name(Missing(), @case) is { } name => new($"there is no command '{name}'",
            $"Correct '{name}', or install what brings it: by the requirements, or in the image."),
        NotExecutable when Name(Refused(), @case) is { } name => new($"'{name}' may not be executed",
            $"Make '{name}' executable (chmod +x), or name the interpreter that runs it (sh, python)."),
        _ => null,
    };

    private static string? Name(Regex words, Case @case) =>
        words.Matches(@case.Step.StderrTail).LastOrDefault()?.Groups["name"].Value.Trim('\'', '"', '\u2018', '\u2019');

    // dash: "sh: 1: x: not found"; bash: "bash: line 1: x: command not found"; busybox: "sh: x: not found"; env: "env: 'x': No such file or directory".
    [GeneratedRegex(@"^(?:[^:\n]*sh: (?:(?:line )?\d+: )?(?<name>[^:\n]+): (?:(?:command )?not found|No such file or directory)|(?:\S*/)?env: (?<name>[^:\n]+): No such file or directory)\r?$", RegexOptions.Multiline)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^(?:[^:\n]*sh: (?:(?:line )?\d+: )?|(?:\S*/)?env: )(?<name>[^:\n]+): (?:Permission denied|cannot execute[^\n]*)\r?$", RegexOptions.Multiline)]
    private static partial Regex Refused();
}
