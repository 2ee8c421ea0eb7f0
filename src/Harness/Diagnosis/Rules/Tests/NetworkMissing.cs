using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A test that asked for a network and has none: by the suite, and by the words of what it used.</summary>
internal static partial class NetworkMissing
{
    public static KnownFailure? Of(Case @case) =>
        @case.Suite.Network.Test || !(Words().IsMatch(@case.Step.StderrTail) || Words().IsMatch(@case.Step.StdoutTail)) ? null
        : new("it looked for a network, and tests have none", $"Give the tests a network if {@case.Name} needs one: network: {{test: true}}.");

    // C libraries (glibc, musl) and the kernel; curl and git; busybox; Node.js; Go.
    [GeneratedRegex(@"Temporary failure in name resolution|Name or service not known|\[Errno -[23]\]|Network is unreachable|[Cc]ould not resolve (?:host|proxy)|bad address '|EAI_AGAIN|ENETUNREACH|dial tcp: lookup \S+")]
    private static partial Regex Words();
}
