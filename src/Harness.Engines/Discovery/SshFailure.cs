using System.Text.RegularExpressions;

namespace Harness.Engines.Discovery;

/// <summary>What the docker command says when the ssh that it started did not get to the engine's machine, or found no engine there.</summary>
/// <param name="Command">What was started, up to the command on the other machine.</param>
/// <param name="Status">How it ended, such as <c>exit status 255</c>.</param>
/// <param name="Said">Its own words; empty when it had none.</param>
internal sealed partial record SshFailure(string Command, string Status, string Said)
{
    /// <summary>Takes the docker command's text apart; null when it is about something else.</summary>
    public static SshFailure? Find(string text) => Words().Match(text) is { Success: true, Groups: var found }
        ? new(found["command"].Value, found["status"].Value, found["said"].Value.Trim())
        : null;

    [GeneratedRegex(@"command \[(?<command>ssh .*?) docker system dial-stdio\] has exited with (?<status>exit status \d+).*?stderr=(?<said>.*)$", RegexOptions.Singleline)]
    private static partial Regex Words();
}
