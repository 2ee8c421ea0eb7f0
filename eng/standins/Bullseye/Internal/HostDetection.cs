namespace Bullseye.Internal;

/// <summary>Tells the host by the variables that it sets, in a fixed order.</summary>
internal static class HostDetection
{
    public static Host Detect() =>
        Is("APPVEYOR", "true") ? Host.AppVeyor
        : Is("GITHUB_ACTIONS", "true") ? Host.GitHubActions
        : Is("GITLAB_CI", "true") ? Host.GitLabCI
        : IsSet("TEAMCITY_PROJECT_NAME") ? Host.TeamCity
        : IsSet("TRAVIS_OS_NAME") ? Host.Travis
        : Is("TERM_PROGRAM", "vscode") ? Host.VisualStudioCode
        : Host.Console;

    private static bool Is(string variable, string value) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), value, StringComparison.OrdinalIgnoreCase);

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
