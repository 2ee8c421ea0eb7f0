namespace Harness.Package.Tests.Support;

/// <summary>How a command ended.</summary>
/// <param name="Command">What was run.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record CommandEnd(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with all that the command said, unless it ended with 0.</summary>
    public CommandEnd ShouldSucceed()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}\n{Error}");
        return this;
    }
}
