using System.Text.RegularExpressions;
using Harness.Diagnosis.Rules.Tests;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>An environment that could not be made, or not be written to, by the words of venv or pip.</summary>
internal static partial class EnvironmentRefused
{
    public static KnownFailure? Of(Case @case)
    {
        if (NoVenv().IsMatch(@case.Step.StderrTail) || NoVenv().IsMatch(@case.Step.StdoutTail))
        {
            return new("the image's Python cannot make a virtual environment",
                "Use an image whose Python has the modules venv and ensurepip (Debian's package python3-venv), or install into the image's own: python.environment: system.");
        }

        if (NoPip().IsMatch(@case.Step.StderrTail))
            return new("the image has a Python without a pip that works", "Use an image that has pip (Debian's package python3-pip).");
        if (Refused().Match(@case.Step.StderrTail) is not { Success: true } refused)
            return null;
        var path = refused.Groups["path"].Value;
        return refused.Groups["words"].Value.StartsWith("Read-only", StringComparison.Ordinal)
            ? new($"pip cannot write '{path}', which is read-only in the sandbox", Instead(@case, "Remove what leads pip there (PIP_TARGET, PIP_PREFIX or PIP_ROOT in env)"))
            : new($"the sandbox's user {@case.Suite.User} may not write '{path}'", Instead(@case, "Remove what leads pip there (PIP_TARGET, PIP_PREFIX or PIP_ROOT in env), or name a user that may (user)"));
    }

    private static string Instead(Case @case, string venv) =>
        @case.Suite.Python.Environment == PythonEnvironment.System ? "Set python.environment: venv, which is the default, or name a user that may (user: root)." : venv + ".";

    [GeneratedRegex(@": No module named '?(?:venv|ensurepip)'?\b|because ensurepip is not\s+available")]
    private static partial Regex NoVenv();

    [GeneratedRegex(@"^\S+: No module named '?pip'?\b", RegexOptions.Multiline)]
    private static partial Regex NoPip();

    [GeneratedRegex(@"^(?:ERROR: Could not install packages due to an \w+|PermissionError|OSError): \[Errno (?:13|30)\] (?<words>Permission denied|Read-only file system): '(?<path>[^'\n]+)'", RegexOptions.Multiline)]
    private static partial Regex Refused();
}
