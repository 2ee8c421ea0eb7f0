using System.Text;
using CliWrap;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>The folder of a generated project or solution.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record BuildFolder(string Path)
{
    /// <summary>Build processes that outlive a build would keep the temporary package in use.</summary>
    public static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1" };

    /// <summary>An address where no engine answers: a project that was run says so, and no container is needed to see it.</summary>
    public static IReadOnlyDictionary<string, string?> NoEngine { get; } =
        new Dictionary<string, string?>(Environment) { ["DOCKER_HOST"] = "unix:///nonexistent/docker.sock", ["HARNESS_FIXTURE_IMAGE"] = null };

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public string Write(string name, string content)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Writes the suite that a build finds, its tests as YAML items; without a network it installs nothing.</summary>
    public string Suite(string name, string tests = "  - {name: python, run: [python, -V]}\n", string keys = "runs: 1\n", string? image = null) => Write(
        "smoke.yml",
        $"schema: 1\nname: {name}\nimage: {image ?? $"example.invalid/python@sha256:{new string('0', 64)}"}\nnetwork: {{install: false}}\n{keys}tests:\n{tests}");

    /// <summary>Takes suite and artifacts away.</summary>
    public BuildFolder Clean()
    {
        File.Delete(In("smoke.yml"));
        if (Directory.Exists(In("artifacts")))
            Directory.Delete(In("artifacts"), recursive: true);
        return this;
    }

    /// <summary><c>dotnet build -t:SmokeTest</c> with further arguments.</summary>
    public Task<CommandEnd> SmokeTestAsync(params string[] arguments) => SmokeTestAsync(Environment, arguments);

    /// <summary>The same, in an environment.</summary>
    public Task<CommandEnd> SmokeTestAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        DotNet.RunAsync("dotnet", Path, ["build", "-t:SmokeTest", "--no-restore", .. arguments], environment);

    /// <summary>The same, and something to do as soon as a line holds a text, with the id of the process.</summary>
    public async Task<(int Code, string Output)> SmokeTestUntilAsync(
        IReadOnlyDictionary<string, string?> environment, string text, Func<int, Task> then, params string[] arguments)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new StringBuilder();
        var build = Cli.Wrap("dotnet")
            .WithArguments(["build", "-t:SmokeTest", "--no-restore", "-v:n", .. arguments])
            .WithWorkingDirectory(Path)
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                output.AppendLine(line);
                if (line.Contains(text, StringComparison.Ordinal))
                    reached.TrySetResult();
            }))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(reached.Task, build.Task);
        Assert.True(reached.Task.IsCompleted, $"it ended before '{text}':\n{output}");
        await then(build.ProcessId);
        return ((await build).ExitCode, output.ToString());
    }

    /// <summary><c>dotnet</c> with any arguments.</summary>
    public Task<CommandEnd> DotNetAsync(params string[] arguments) => DotNet.RunAsync("dotnet", Path, arguments, Environment);
}
