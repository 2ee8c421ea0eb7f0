using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>This checkout's own suites, through its own task instead of the package.</summary>
[Collection("builds")]
public sealed class RepositoryTests
{
    [Fact(Timeout = 240_000)]
    public async Task The_quick_start_passes_as_part_of_a_build()
    {
        _ = RealEngine.Image;
        var output = Directory.CreateTempSubdirectory("harness-own-").FullName;
        try
        {
            var build = await DotNet.RunAsync(
                "dotnet", Path.Combine(Repository.Root, "tests", "Harness.SmokeSuites"),
                ["build", "-t:SmokeTest", "--no-restore", "--configuration", Repository.Configuration, "-p:BuildProjectReferences=false", $"-p:SmokeTestOutput={output}"],
                BuildFolder.Environment);

            Assert.Contains("quickstart: passed, reproducible (2 runs, ", build.ShouldSucceed().Output);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
