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
        "Could not build wheels for", "Failed building wheel for", "Getting requirements to build wheel did not run successfully",
    ];

    public static Cause? Explain(Case @case)
    {
        if (@case is not { IsInstall: true } || Texts.Select(@case.Pip.Said).FirstOrDefault(said => said is not null) is not { } line)
            return null;
        var package = Failed().Match(@case.Step.StderrTail) is { Success: true } match ? match.Groups["name"].Value : @case.Pip.Last(PipWords.Working());
        var signal = Killed().Match(@case.Step.StderrTail) is { Success: true } killed ? int.Parse(killed.Groups["signal"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        var words = Output(@case);
        var cause = @case.Create("source-build-failed", Confidence.Stated,
            $"{@case.Name}: {package} could not be built" + (signal is null ? "." : $": its build was ended by {SignalNames.Of(signal)}."),
            Remedy(package ?? "the package", words));
        cause = @case.About(cause, package).Because("stderr", line);
        cause = words.TakeLast(3).Aggregate(cause, (current, word) => current.Because("pip-log", word));
        return signal == 9 && @case.Raised(counters => counters.OomKills) == 0
            ? cause.Because("cgroup", "no OOM kill meanwhile, so that somebody else sent SIGKILL")
            : cause;
    }

    private static string Remedy(string package, IReadOnlyList<string> words)
    {
        var text = string.Join('\n', words);
        if (Header().Match(text) is { Success: true } header)
            return $"Use an image that has {header.Groups["name"].Value} (the -dev package of that library), or a version of {package} that has a wheel.";
        if (Compiler().Match(text) is { Success: true } compiler)
            return $"Use an image that has '{compiler.Groups["name"].Value}', or a version of {package} that has a wheel.";
        return $"Use a version of {package} that has a wheel (python.only-binary: [{package}] insists on one), or correct what its build prints.";
    }

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
