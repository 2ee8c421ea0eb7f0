using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// A requirement comes from a repository (<c>git+https://…</c>) and could not be fetched from it. Needs: pip's word that there is no
/// such program, or that it failed; the program's own words then say whether host, credentials or name are at fault.
/// </summary>
internal static partial class VersionControlRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var text = @case.Step.StderrTail;
        var repository = Repository.Of(@case);
        if (Absent().Match(text) is { Success: true } absent)
            return NoProgram(@case, repository, absent, absent.Groups["tool"].Value);
        if (Failed().Match(text) is not { Success: true } failed)
            return null;
        if (NoSsh().Match(text) is { Success: true } ssh)
            return NoProgram(@case, repository, ssh, "ssh");
        if (Foreign().Match(text) is { Success: true } foreign)
        {
            return Of(@case, repository, "install-failed", foreign, $"git does not trust {foreign.Groups["path"].Value}, which belongs to another user than {@case.Suite.User}.",
                "Run as the user whose folder it is (user: \"UID:GID\"), or require it from its host.");
        }

        if (Denied().Match(text) is { Success: true } denied)
        {
            return Of(@case, repository, "index-denied", denied, $"{repository.Host} refuses {repository.Name} without the right credentials.",
                $"Give {failed.Groups["tool"].Value} credentials for {repository.Host} (https://USER:TOKEN@{repository.Host}/… with ${{NAME}} for the token), or require a wheel or an index that the sandbox may read.") with
            { Subject = repository.Host };
        }

        if (Unreachable().Match(text) is { Success: true } unreachable)
        {
            return Of(@case, repository, "index-unreachable", unreachable, $"{repository.Host}, which has {repository.Name}, cannot be reached.",
                InstallCase.Unreached(repository.Host)) with
            { Subject = repository.Host };
        }

        return Missing().Match(text) is { Success: true } missing
            ? Of(@case, repository, "requirement-not-found", missing, missing.Groups["ref"] is { Success: true, Value: var name }
                ? $"{repository.Name} has no branch, tag or commit '{name}'." : $"there is no repository {repository.Url}.",
                $"Correct {(missing.Groups["ref"] is { Success: true, Value: var wrong } ? $"'{wrong}'" : "the address")}, or give access to it: hosts call what they may not show missing.")
            : Of(@case, repository, "install-failed", failed, $"{failed.Groups["tool"].Value} could not fetch {repository.Name}.", $"Read what {failed.Groups["tool"].Value} printed about {repository.Name}.");
    }

    private static Cause NoProgram(Case @case, Repository repository, Match words, string tool) => Of(@case, repository, "install-failed", words,
        $"the image has no '{tool}', with which pip fetches {repository.Name}.",
        $"Use an image that has {tool}, or require a release or an archive of {repository.Name} instead (NAME @ https://…/archive/REF.tar.gz, a wheel, or a version from an index).");

    private static Cause Of(Case @case, Repository repository, string name, Match words, string what, string remedy)
    {
        var cause = @case.Create(name, Confidence.Stated, $"{@case.Name}: {what}", remedy);
        cause = (cause.Subject is null ? cause with { Subject = repository.Name } : cause).At(repository.Position);
        return cause.Because("stderr", words.Value.Trim());
    }

    [GeneratedRegex("Cannot find command '(?<tool>git|hg|svn|bzr)'[^\n]*")]
    private static partial Regex Absent();

    [GeneratedRegex(@"(?<tool>git|hg|svn|bzr) (?:clone|fetch|checkout|rev-parse|submodule|reset|update|pull|branch)\b[^\n]* did not run successfully")]
    private static partial Regex Failed();

    [GeneratedRegex("cannot run ssh: No such file or directory")]
    private static partial Regex NoSsh();

    [GeneratedRegex("detected dubious ownership in repository at '(?<path>[^']+)'")]
    private static partial Regex Foreign();

    // Without a terminal git asks nobody; what GitHub and GitLab answer, and SSH.
    [GeneratedRegex(@"[^\n]*(?:Authentication failed for|could not read (?:Username|Password) for|terminal prompts disabled|Permission denied \(publickey|Host key verification failed|HTTP Basic: Access denied|returned error: 40[13])[^\n]*")]
    private static partial Regex Denied();

    [GeneratedRegex(@"[^\n]*(?:unable to access '[^']*': (?!The requested URL returned error: 404)|ssh: (?:connect to host|Could not resolve hostname) |unable to look up \S+ \(port|unable to connect to \S+:|RPC failed; |early EOF|The remote end hung up unexpectedly)[^\n]*")]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"[^\n]*(?:pathspec '(?<ref>[^']+)' did not match|[Cc]ouldn't find remote ref (?<ref>\S+)|Remote branch (?<ref>\S+) not found|repository '[^']*' (?:not found|does not exist)|does not appear to be a git repository|Repository not found|returned error: 404)[^\n]*")]
    private static partial Regex Missing();
}
