using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A file that the sandbox's user may not open or make, by Python's own words.</summary>
internal static partial class DeniedPath
{
    public static KnownFailure? Of(Case @case)
    {
        if (KnownFailure.LastWords(@case).Select(line => Words().Match(line)).LastOrDefault(match => match.Success) is not { } match)
            return null;
        var path = match.Groups["path"].Value;
        return new($"the sandbox's user {@case.Suite.User} has no permission for '{path}'", $"Let the test use a path below /tmp instead of '{path}', or let that user use it (chmod; user: UID:GID).");
    }

    [GeneratedRegex(@"PermissionError: \[Errno 13\] Permission denied: '(?<path>[^'\n]+)'$")]
    private static partial Regex Words();
}
