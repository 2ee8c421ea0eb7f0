using CliWrap;
using CliWrap.Buffered;

namespace Harness.Faults.Tests.Lab;

/// <summary>The command as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>The command's arguments behind a program that starts it, such as <c>dotnet</c>.</summary>
    public static IReadOnlyList<string> Line(params string[] arguments) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), .. arguments];

    /// <summary>A command that runs in a bench's folder with the lab's engine.</summary>
    public static Command In(SuiteBench bench, IReadOnlyList<string> line) => CliWrap.Cli.Wrap(line[0])
        .WithArguments(line.Skip(1))
        .WithWorkingDirectory(bench.Path)
        .WithValidation(CommandResultValidation.None);

    /// <summary>Runs the command to its end.</summary>
    public static async Task<BufferedCommandResult> RunAsync(SuiteBench bench, params string[] arguments) =>
        await In(bench, Line(arguments)).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
}
