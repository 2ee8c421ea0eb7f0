using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// A requirement is a folder of the workspace, which is built where it is, and the build may not write there. Needs: the build that
/// failed was of such a folder, and said that it could not write; only the log has its words.
/// </summary>
internal static partial class WorkspaceUnwritableRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.IsInstall || LocalBuild.Of(@case) is not { } build)
            return null;
        var access = @case.Suite.Workspace.Access;
        var refused = @case.Pip.Log.Concat(@case.Step.StderrTail.Split('\n')).Select(line => line.Trim())
            .LastOrDefault(line => (access == WorkspaceAccess.ReadOnly ? ReadOnly() : Denied()).Match(line) is { Success: true } match && IsWithin(build.Inside, match));
        if (refused is null)
            return null;
        var isReadOnly = access == WorkspaceAccess.ReadOnly;
        var cause = @case.Create("workspace-unwritable", Confidence.Stated,
            $"{@case.Name}: building {build.Project.Path} writes into {build.Inside}, which {(isReadOnly ? "is read-only" : $"the sandbox's user {@case.Suite.User} cannot write")}.",
            build.Project.Remedy(isReadOnly, build.Project.Shown(@case.Suite)));
        return (cause with { Subject = build.Project.Path })
            .At(build.Position ?? @case.Key("workspace.access") ?? @case.Key("workspace"))
            .Because(@case.Pip.Log.Any(line => line.Trim() == refused) ? "pip-log" : "stderr", refused);
    }

    // What has no absolute path is relative to the folder that is built.
    private static bool IsWithin(string folder, Match match) =>
        match.Groups["path"] is not { Success: true, Value: var path } || !path.StartsWith('/') || path.StartsWith(folder + "/", StringComparison.Ordinal);

    // A time stamp is the owner's alone to change, whoever may write. setuptools names the path before the words, Python after them, and Rust not at all.
    [GeneratedRegex(@"(?:'(?<path>[^']+)': )?Read-only file system(?:: '(?<path>[^']+)')?|Cannot update time stamp of directory '(?<path>[^']+)'")]
    private static partial Regex ReadOnly();

    [GeneratedRegex(@"(?:could not|cannot|failed to) [^':]*'(?<path>[^']+)': Permission denied|Cannot update time stamp of directory '(?<path>[^']+)'|\[Errno 13\] Permission denied: '(?<path>[^']+)'|Permission denied \(os error 13\)")]
    private static partial Regex Denied();
}
