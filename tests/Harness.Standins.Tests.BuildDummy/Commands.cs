using static SimpleExec.Command;

namespace Harness.Standins.Tests.BuildDummy;

/// <summary>Commands whose echo, or whose own output on the console, is what is tried.</summary>
internal static class Commands
{
    public static async Task RunAsync(string scenario, string[] args)
    {
        switch (scenario)
        {
            case "run-line":
                Run("echo", "hello there");
                break;

            case "run-line-async":
                await SimpleExec.Command.RunAsync("echo", "hello there");
                break;

            case "run-list":
                Run("printf", ["%s|", "two words", "\"quoted\""]);
                break;

            case "run-list-async":
                await SimpleExec.Command.RunAsync("printf", ["%s|", "two words", "\"quoted\""]);
                break;

            case "no-echo":
                Run("echo", "hello there", noEcho: true);
                break;

            case "prefix":
                Run("echo", "hello there", echoPrefix: "mine");
                break;

            case "directory":
                Run("pwd", workingDirectory: args[0]);
                break;

            case "secrets":
                Run("echo", "the Hunter2 and the hunter2", secrets: ["hunter2"]);
                break;

            case "overlapping-secrets":
                Run("echo", "token-of-mine", secrets: ["token", "token-of-mine"]);
                break;

            case "secret-list":
                await SimpleExec.Command.RunAsync("echo", ["token=hunter2"], secrets: ["hunter2"]);
                break;

            case "inherited-input":
                Run("cat", noEcho: true);
                break;

            case "read":
                await ReadAsync("echo", "hello there");
                break;

            default:
                throw new ArgumentException($"There is no scenario '{scenario}'.", nameof(scenario));
        }
    }
}
