using System.Runtime.CompilerServices;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>A build in which nothing is to be done: with smoke tests that are up to date, and without.</summary>
internal sealed class BuildGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harness-bench-").FullName;
        try
        {
            var project = Write(folder);
            // Both have done their work before: the suite ran, the project is compiled.
            await BuildAsync(cancellationToken, project, "-t:Build;SmokeTest");
            var series = await Contest.RunAsync(
                [
                    new("dotnet build -t:SmokeTest", token => BuildAsync(token, project, "-t:SmokeTest")),
                    new("dotnet build", token => BuildAsync(token, project)),
                ],
                options.Rounds(10),
                cancellationToken);
            yield return new("build", "A build with nothing to do", series, [Target.Ratio(series[0], series[1], 1.1)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Sample> BuildAsync(CancellationToken cancellationToken, params string[] arguments) =>
        MeasuredProcess.RunAsync(["dotnet", "build", .. arguments], watch: false, cancellationToken);

    private string Write(string folder)
    {
        if (!OperatingSystem.IsWindows()) // suites are read by an unprivileged user
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        File.WriteAllText(Path.Combine(folder, "App.cs"), "System.Console.WriteLine();\n");
        File.WriteAllText(
            Path.Combine(folder, "smoke.yml"),
            $"schema: 1\nname: app\nimage: {surroundings.Image}\nruns: 1\ntests: [{{name: python, run: [python3, -V]}}]\n");
        var project = Path.Combine(folder, "App.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <_HarnessTaskAssembly>{surroundings.TaskAssembly}</_HarnessTaskAssembly>
              </PropertyGroup>
              <Import Project="{surroundings.Targets}/Harness.MSBuild.props" />
              <Import Project="{surroundings.Targets}/Harness.MSBuild.targets" />
            </Project>
            """);
        return project;
    }
}
