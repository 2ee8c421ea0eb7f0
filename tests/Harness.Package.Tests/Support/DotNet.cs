using CliWrap;
using CliWrap.Buffered;

namespace Harness.Package.Tests.Support;

/// <summary>Runs commands as a user would.</summary>
internal static class DotNet
{
    /// <summary>Runs <c>dotnet</c> with arguments.</summary>
    public static Task<CommandEnd> RunAsync(string folder, params string[] arguments) => RunAsync("dotnet", folder, arguments);

    /// <summary>Runs any executable with arguments.</summary>
    public static async Task<CommandEnd> RunAsync(
        string executable, string folder, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var result = await Cli.Wrap(executable)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return new CommandEnd($"{Path.GetFileName(executable)} {string.Join(' ', arguments)}",
            result.ExitCode, result.StandardOutput, result.StandardError);
    }
}
