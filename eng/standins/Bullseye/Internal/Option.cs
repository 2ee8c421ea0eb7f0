namespace Bullseye.Internal;

/// <summary>One command-line option, by its only or its short name, and what the usage says of it.</summary>
internal sealed record Option(string Name, string? Short, string Description)
{
    public static readonly Option Clear = new("--clear", "-c", "Clear the console first");
    public static readonly Option DryRun = new("--dry-run", "-n", "Show what would run, without running any action");
    public static readonly Option ListDependencies = new("--list-dependencies", "-d", "List targets with their dependencies, then exit");
    public static readonly Option ListInputs = new("--list-inputs", "-i", "List targets with their inputs, then exit");
    public static readonly Option ListTargets = new("--list-targets", "-l", "List targets, then exit");
    public static readonly Option ListTree = new("--list-tree", "-t", "List targets with their trees of dependencies, then exit");
    public static readonly Option NoColor = new("--no-color", "-N", "Print no colours");
    public static readonly Option NoExtendedChars = new("--no-extended-chars", "-E", "Print no box-drawing characters");
    public static readonly Option Parallel = new("--parallel", "-p", "Run targets and inputs in parallel");
    public static readonly Option SkipDependencies = new("--skip-dependencies", "-s", "Run the named targets only");
    public static readonly Option Verbose = new("--verbose", "-v", "Print more about the run");

    public static readonly IReadOnlyDictionary<Option, Host> Hosts = new Dictionary<Option, Host>
    {
        [ForHost("--appveyor", "AppVeyor")] = Host.AppVeyor,
        [ForHost("--console", "a console")] = Host.Console,
        [ForHost("--github-actions", "GitHub Actions")] = Host.GitHubActions,
        [ForHost("--gitlab-ci", "GitLab CI")] = Host.GitLabCI,
        [ForHost("--teamcity", "TeamCity")] = Host.TeamCity,
        [ForHost("--travis", "Travis CI")] = Host.Travis,
    };

    public static readonly IReadOnlyList<Option> All =
    [
        Clear, DryRun, ListDependencies, ListInputs, ListTargets, ListTree, NoColor, NoExtendedChars, Parallel,
        SkipDependencies, Verbose, .. Hosts.Keys,
    ];

    private static Option ForHost(string name, string host) => new(name, null, $"Print for {host} instead of the detected host");
}
