using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>What keeps pytest from running tests, or a test from its fixture, in pytest's own words: most often a plugin that is not installed.</summary>
internal static partial class PytestWords
{
    // The first word of an option or fixture, and the plugin that brings it.
    private static readonly (string Word, string Plugin)[] Plugins =
    [
        ("--cov", "pytest-cov"), ("--no-cov", "pytest-cov"), ("--numprocesses", "pytest-xdist"), ("--dist", "pytest-xdist"), ("-n", "pytest-xdist"), ("--timeout", "pytest-timeout"),
        ("--asyncio-mode", "pytest-asyncio"), ("--reruns", "pytest-rerunfailures"), ("--html", "pytest-html"), ("--benchmark", "pytest-benchmark"), ("--ds", "pytest-django"),
        ("--json-report", "pytest-json-report"), ("--randomly", "pytest-randomly"), ("--snapshot-update", "syrupy"), ("--forked", "pytest-forked"),
        ("cov", "pytest-cov"), ("mocker", "pytest-mock"), ("benchmark", "pytest-benchmark"), ("httpx_mock", "pytest-httpx"), ("requests_mock", "requests-mock"),
        ("snapshot", "syrupy"), ("freezer", "pytest-freezer"), ("event_loop", "pytest-asyncio"), ("anyio_backend", "anyio"), ("django_db", "pytest-django"), ("db", "pytest-django"),
    ];

    /// <summary>Whether the step's command names it.</summary>
    public static bool IsRun(Case @case) => @case.Result.Command?.Any(word => Name().IsMatch(word)) is true;

    public static KnownFailure? Of(Case @case)
    {
        var (stderr, stdout) = (@case.Step.StderrTail, @case.Step.StdoutTail);
        if (Required().Match(stderr) is { Success: true } required)
            return Lacking("pytest lacks a plugin that its configuration requires", required.Groups["names"].Value.Trim());
        if (@case.ExitCode == 4 && Unknown().Match(stderr) is { Success: true } unknown)
            return Option(unknown.Groups["options"].Value.Trim());
        if (@case.ExitCode == 4 && Absent().Match(stderr) is { Success: true } absent)
            return new($"pytest finds no '{absent.Groups["path"].Value}'", $"Correct the path '{absent.Groups["path"].Value}'; paths are relative to the workspace.");
        if (Fixture().Match(stdout) is { Success: true } fixture)
        {
            var name = fixture.Groups["name"].Value;
            return Plugin(name) is { } plugin ? Lacking($"a test asks for the fixture '{name}'", plugin)
                : new($"no fixture is named '{name}'", $"Correct '{name}', or add the plugin or conftest.py that brings it.");
        }

        if (Coroutine().IsMatch(stdout))
            return Lacking("pytest runs no 'async def' test by itself", "pytest-asyncio");
        return Worker().Match(stdout) is { Success: true } worker
            ? new($"the process that ran {worker.Groups["test"].Value} died", $"Run {worker.Groups["test"].Value} without -n: then its end is seen, and the signal that it died of is named.")
            : null;
    }

    private static KnownFailure Option(string options) =>
        options.Split(' ').Select(Plugin).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } plugins
            ? Lacking($"pytest does not know {options}", string.Join(" and ", plugins))
            : new($"pytest does not know {options}", $"Correct {options} in the command or in pytest's configuration (addopts), or add the plugin that brings it to the requirements.");

    private static KnownFailure Lacking(string fact, string plugin) => new($"{fact} (without {plugin})", $"Add {plugin} to the requirements.");

    private static string? Plugin(string word) => Plugins.FirstOrDefault(known => known.Word == word.Split('=')[0]
        || (known.Word is "--cov" or "--benchmark" or "--randomly" or "--timeout" or "--reruns" or "--json-report" && word.StartsWith(known.Word + "-", StringComparison.Ordinal))
        || (known.Word == "-n" && ShortWorkers().IsMatch(word))).Plugin;

    [GeneratedRegex(@"(?:^|[\s/])(?:pytest|py\.test)(?:\s|$)")]
    private static partial Regex Name();

    [GeneratedRegex("^-n(?:[0-9]+|auto|logical)$")]
    private static partial Regex ShortWorkers();

    [GeneratedRegex(@"^ERROR: Missing required plugins: (?<names>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Required();

    [GeneratedRegex(@"error: unrecognized arguments: (?<options>[^\n]+)")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^ERROR: (?:file or directory not found|not found): (?<path>[^\n\r]+)", RegexOptions.Multiline)]
    private static partial Regex Absent();

    [GeneratedRegex(@"^E\s+fixture '(?<name>[^']+)' not found", RegexOptions.Multiline)]
    private static partial Regex Fixture();

    [GeneratedRegex(@"^(?:E\s+)?(?:Failed: )?async def functions are not natively supported", RegexOptions.Multiline)]
    private static partial Regex Coroutine();

    [GeneratedRegex(@"worker '\w+' crashed while running '(?<test>[^'\n]+)'")]
    private static partial Regex Worker();
}
