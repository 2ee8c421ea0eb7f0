namespace Bullseye.Internal;

/// <summary>Where the output is read.</summary>
internal enum Host
{
    AppVeyor,
    Console,
    GitHubActions,
    GitLabCI,
    TeamCity,
    Travis,
    VisualStudioCode,
}
