using System.Text.RegularExpressions;
using Harness.Running;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A file that could not be written because its folder is read-only in the sandbox.</summary>
internal static partial class ReadOnlyPath
{
    private const string Words = "Read-only file system";

    public static KnownFailure? Of(Case @case)
    {
        if (KnownFailure.LastWords(@case).LastOrDefault(line => line.Contains(Words, StringComparison.Ordinal)) is not { } line)
            return null;
        var path = Path().Matches(line).LastOrDefault()?.Groups["path"].Value;
        var inside = path is null ? "a file" : $"'{path}'";
        return @case.Suite.Workspace.Access == WorkspaceAccess.ReadOnly && (path is null || !path.StartsWith('/') || path.StartsWith(SandboxPaths.Workspace + "/", StringComparison.Ordinal))
            ? new($"it could not write {inside}: {SandboxPaths.Workspace} is read-only", $"Write to /tmp, or let the suite write: workspace: {{access: read-write}}.")
            : new($"it could not write {inside}, which is read-only in the sandbox", "Write to /tmp.");
    }

    // Python quotes the path behind the words; shells and coreutils name it before, quoted or not.
    [GeneratedRegex(@"(?:cannot (?:create|touch|remove|open|write|make|move)[a-z ]* )['\u2018]?(?<path>[^'\u2019:\n]+)['\u2019]?: Read-only|Read-only file system: '(?<path>[^'\n]+)'")]
    private static partial Regex Path();
}
