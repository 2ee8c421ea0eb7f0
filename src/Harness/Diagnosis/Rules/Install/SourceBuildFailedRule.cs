using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// Building a package failed. Needs: pip's word for it. What the build printed is in the log and names what it lacks. A build
/// that was killed looks the same, but for a negative code; the counters have been asked before.
/// </summary>
internal static partial class SourceBuildFailedRule
{
    private static readonly string[] Texts =
    [
        "error: metadata-generation-failed", "error: failed-wheel-build-for-install", "Failed to build installable wheels",
        "Could not build wheels for", "Failed building wheel for", "Failed building editable for",
        "Getting requirements to build wheel did not run successfully", "Getting requirements to build editable did not run successfully",
        "Checking if build backend supports build_editable did not run successfully", "python setup.py develop did not run successfully",
    ];

    public static Cause? Explain(Case @case)
    {
        if (@case is not { IsInstall: true } || Texts.Select(@case.Pip.Said).FirstOrDefault(said => said is not null) is not { } line)
            return null;
        var project = LocalBuild.Of(@case);
        var package = Failed().Match(@case.Step.StderrTail) is { Success: true } match ? match.Groups["name"].Value
            : project is not null ? project.Project.Path
            : @case.Pip.Last(PipWords.Working());
        var signal = Killed().Match(@case.Step.StderrTail) is { Success: true } killed ? int.Parse(killed.Groups["signal"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        var words = Output(@case);
        // Of a folder of the user's own, the log alone knows whether it is the build that is at fault or what it may write.
        var blind = project is not null && @case.Evidence.PipLog is null;
        var cause = @case.Create("source-build-failed", blind ? Confidence.Likely : Confidence.Stated,
            $"{@case.Name}: {package ?? "a package"} could not be built" + (signal is null ? "." : $": its build was ended by {SignalNames.Of(signal)}."),
            Remedy(project is null ? package : null, words));
        cause = (project is null ? @case.About(cause, package) : (cause with { Subject = package }).At(project.Position)).Because("stderr", line);
        cause = blind ? cause.SettledBy("pip's own log, which has what the build printed") : cause;
        cause = words.TakeLast(3).Aggregate(cause, (current, word) => current.Because("pip-log", word));
        return signal == 9 && @case.Raised(counters => counters.OomKills) == 0
            ? cause.Because("cgroup", "no OOM kill meanwhile, so that somebody else sent SIGKILL")
            : cause;
    }

    // Of a package without a name there are no versions to choose from: it is a folder of the user's.
    private static string Remedy(string? package, IReadOnlyList<string> words)
    {
        var text = string.Join('\n', words);
        var wheel = package is null ? "build a wheel before the run and require that" : $"a version of {package} that has a wheel";
        if (Header().Match(text) is { Success: true } header)
            return $"Use an image that has {header.Groups["name"].Value} ({HeaderPackage(header.Groups["name"].Value)}), or {wheel}.";
        if (Compiler().Match(text) is { Success: true } compiler)
            return $"Use an image that has '{compiler.Groups["name"].Value}', or {wheel}.";
        return package is null
            ? $"Correct what its build prints, or {wheel}."
            : $"Use {wheel} (python.only-binary: [{package}] insists on one), or correct what its build prints.";
    }

    // Python's own header is no library's: a Python of the distribution has it in a package apart.
    private static string HeaderPackage(string header) =>
        header == "Python.h" ? "the python3-dev package" : "the -dev package of that library";

    // Errors of the build, without what pip itself says of it, nor where in its own code it said so.
    private static IReadOnlyList<string> Output(Case @case) =>
        [.. @case.Pip.Log.TakeWhile(line => line != "Exception information:").Select(line => line.Trim()).Where(line => BuildError().IsMatch(line)
            && !line.Contains("subprocess-exited-with-error", StringComparison.Ordinal) && !line.StartsWith("ERROR: ", StringComparison.Ordinal)
            && !line.EndsWith("finished with status 'error'", StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex(@"(?:Failed building wheel for|Could not build wheels for|Failed to build) (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Failed();

    [GeneratedRegex(@"exit code: -(?<signal>\d+)")]
    private static partial Regex Killed();

    [GeneratedRegex(@"fatal error: (?<name>\S+): No such file")]
    private static partial Regex Header();

    [GeneratedRegex(@"command '(?<name>[^']+)' failed: No such file|(?<name>\S+): (?:command )?not found")]
    private static partial Regex Compiler();

    // Not -Werror=…, which is in every command line of a compiler.
    [GeneratedRegex(@"(?<!-W(?:no-)?)error\b|not found|No such file", RegexOptions.IgnoreCase)]
    private static partial Regex BuildError();
}
