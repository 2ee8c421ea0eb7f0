using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// What a source distribution needs to be built is not there. Needs: a backend that could not be imported, or build dependencies
/// that could not be installed; the log names them, the console does not.
/// </summary>
internal static partial class BuildBackendMissingRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var unavailable = @case.Pip.Said("BackendUnavailable") ?? @case.Pip.Said("Cannot import '");
        var dependencies = @case.Pip.Said("subprocess to install build dependencies did not run successfully") ?? @case.Pip.Said("subprocess to install backend dependencies did not run successfully");
        if ((unavailable ?? dependencies) is not { } line)
            return null;
        var project = LocalBuild.Of(@case);
        var package = project is null ? @case.Pip.Last(PipWords.Working()) ?? "a package" : project.Project.Path;
        var module = Module().Match(@case.Step.StderrTail) is { Success: true } match ? match.Groups["name"].Value : null;
        var missing = unavailable is not null ? module : Wanted(@case);
        var cause = @case.Create("build-backend-missing", Confidence.Stated,
            $"{@case.Name}: {package} has to be built, and {missing ?? "what that needs"} is not there.",
            $"Add {missing ?? "the build requirements"} to {@case.Source()}, or "
            + (project is null ? $"use a wheel of {package} (python.only-binary: [{package}])." : "build a wheel before the run and require that."));
        cause = project is null ? @case.About(cause, package) : (cause with { Subject = package }).At(project.Position);
        return cause.Because("stderr", line)
            .BecauseIf(missing is not null && unavailable is null, "pip-log", () => $"No matching distribution found for {missing}")
            .BecauseIf(module is not null && unavailable is not null, "stderr", () => $"No module named '{module}'");
    }

    private static string? Wanted(Case @case) =>
        @case.Pip.Log.Select(line => Requirement().Match(line)).LastOrDefault(match => match.Success)?.Groups["asked"].Value;

    [GeneratedRegex(@"(?:No module named '|Cannot import ')(?<name>[^']+)'")]
    private static partial Regex Module();

    [GeneratedRegex(@"No matching distribution found for (?<asked>\S+)")]
    private static partial Regex Requirement();
}
