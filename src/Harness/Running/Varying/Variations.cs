using Harness.Suites;

namespace Harness.Running.Varying;

/// <summary>What each variation changes. Every value is one that exists on any image: no time-zone or locale files are needed.</summary>
internal static class Variations
{
    /// <summary>Where a varied run has its workspace.</summary>
    public const string Workspace = "/opt/elsewhere/workspace";

    private const string Hostname = "another-host";
    private const string User = "4711:4711";
    private const string OtherUser = "4712:4712";

    /// <summary>A suite as a varied run has it.</summary>
    public static Suite Apply(Suite suite, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return suite;
        var environment = new Dictionary<string, string>(suite.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in names.SelectMany(Environment))
            environment[name] = value;
        return suite with
        {
            Environment = environment,
            User = names.Contains("user") && suite.User != "root" ? (suite.User == User ? OtherUser : User) : suite.User,
        };
    }

    /// <summary>How many of the runs that a suite asks for vary nothing.</summary>
    public static int EqualRuns(Suite suite) => suite.Vary.Count > 0 && suite.Runs > 1 ? suite.Runs - 1 : suite.Runs;

    /// <summary>The host name of a varied run; null: the engine's choice.</summary>
    public static string? HostnameOf(IReadOnlyList<string> names) => names.Contains("hostname") ? Hostname : null;

    /// <summary>The workspace of a varied run.</summary>
    public static string WorkspaceOf(IReadOnlyList<string> names) => names.Contains("working-directory") ? Workspace : SandboxPaths.Workspace;

    /// <summary>What a process can only change of itself: it is done by a small program that then becomes the command.</summary>
    public static StepCommand Wrap(StepCommand command, IReadOnlyList<string> names, string python)
    {
        var directory = names.Contains("working-directory") && command.WorkingDirectory == "/tmp" ? SandboxPaths.Home : command.WorkingDirectory;
        if (!names.Contains("umask") && !names.Contains("cpus"))
            return command with { WorkingDirectory = directory };
        string[] settings = [names.Contains("umask") ? "077" : "-", names.Contains("cpus") ? "1" : "-"];
        return command with
        {
            Run = [python, "-I", "-c", EmbeddedScript.Vary, .. settings, .. command.Run],
            WorkingDirectory = directory,
        };
    }

    private static IEnumerable<(string Name, string Value)> Environment(string variation) => variation switch
    {
        "time-zone" => [("TZ", "VAR-13:45")], // in POSIX form: 13:45 ahead of UTC
        "locale" => [("LANG", "C"), ("LC_ALL", "C"), ("PYTHONCOERCECLOCALE", "0"), ("PYTHONUTF8", "0")], // ASCII, and no way around it
        "hash-seed" => [("PYTHONHASHSEED", "4711")],
        _ => [],
    };
}
