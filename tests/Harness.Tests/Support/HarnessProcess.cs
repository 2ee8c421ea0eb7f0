using System.Text;
using CliWrap;

namespace Harness.Tests.Support;

/// <summary>The command, run as a process of its own.</summary>
public static class HarnessProcess
{
    public static Task<(int Code, string Output, string Error)> RunAsync(string workingDirectory, params string[] arguments) =>
        RunAsync(workingDirectory, new Dictionary<string, string?>(), arguments);

    /// <summary>As the other, with variables changed.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string workingDirectory, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var command = CliWrap.Cli.Wrap("dotnet")
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), .. arguments])
            .WithWorkingDirectory(workingDirectory)
            .WithEnvironmentVariables(variables)
            .WithValidation(CommandResultValidation.None);
        var result = await (command | (output, error)).ExecuteAsync(TestContext.Current.CancellationToken);
        return (result.ExitCode, output.ToString(), error.ToString());
    }
}
