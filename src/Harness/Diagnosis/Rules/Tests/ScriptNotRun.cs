using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>
/// A script or program that is there and that the kernel would not run: for the line ends of Windows, for the interpreter that its
/// first line names, or for what it was built for.
/// </summary>
internal static partial class ScriptNotRun
{
    public static KnownFailure? Of(Case @case)
    {
        var text = @case.Step.StderrTail;
        if (WindowsEnds().Match(text) is { Success: true } windows)
        {
            return new($"{(Script(windows) is { } script ? $"'{script}'" : "a script")} has the line ends of Windows (CR LF)",
                "Save it with the line ends of Unix (LF); '*.sh text eol=lf' in .gitattributes keeps them.");
        }

        if (Script(Format().Match(text)) is { } foreign)
        {
            return new($"'{foreign}' is no program for this platform, and no script whose first line names an interpreter",
                $"Use a '{foreign}' that is built for this platform; of a script, let the first line be such as #!/bin/sh, or name the interpreter that runs it (sh, python).");
        }

        return Script(Interpreter().Match(text)) is { } found
            ? new($"there is no '{found}', or not the interpreter that its first line names",
                $"Correct the path of '{found}'. If it is there, the image lacks the interpreter in its first line, or that line ends as on Windows (CR LF); to name the interpreter before it (sh, python) helps with both.")
            : null;
    }

    private static string? Script(Match match) => match.Groups["script"] is { Success: true, Value: var name } ? name : null;

    // env, bash, zsh and dash in turn; a mere carriage return is what dash prints.
    [GeneratedRegex(@"^(?:\S*/)?env: \W?(?<program>[^:\n]+?)(?:\\r|\r)\W?: No such file or directory|(?<script>[^\s:]+): (?:\S+\^M: bad interpreter|bad interpreter: \S+\^M)|\$'\\r': command not found|^(?<script>[^\s:]+): (?:line )?\d+: (?:\r: not found|set: Illegal option -\r)", RegexOptions.Multiline)]
    private static partial Regex WindowsEnds();

    // Engines that find it out late, shells, and Python's subprocess.
    [GeneratedRegex(@"^(?:exec (?<script>[^:\n]+): exec format error|[^:\n]*sh: (?:(?:line )?\d+: )?(?<script>[^:\n]+): (?:Exec format error|cannot execute binary file[^\n]*)|OSError: \[Errno 8\] Exec format error: '(?<script>[^'\n]+)')\r?$", RegexOptions.Multiline)]
    private static partial Regex Format();

    // A name without a slash is looked up by the shell, and is no script of the suite's.
    [GeneratedRegex(@"^(?:exec (?<script>[^:\n]*/[^:\n]*): no such file or directory|[^:\n]*sh: (?:(?:line )?\d+: )?(?<script>[^:\n]*/[^:\n]*): (?:not found|No such file or directory|cannot execute: required file not found|[^\n]*bad interpreter: No such file or directory))\r?$", RegexOptions.Multiline)]
    private static partial Regex Interpreter();
}
