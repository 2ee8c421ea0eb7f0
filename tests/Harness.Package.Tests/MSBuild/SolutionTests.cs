using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>Solutions and projects of several frameworks. No engine is needed to see which suites were run.</summary>
[Collection("builds")]
public sealed class SolutionTests(BuildBed bed)
{
    private const int Patience = 120_000;

    [Theory(Timeout = Patience)]
    [InlineData("S.sln")]
    [InlineData("S.slnx")]
    public async Task A_solution_runs_the_projects_that_have_suites_and_passes_over_the_others(string solution)
    {
        bed.InSolution("first").Clean().Suite("one");
        bed.InSolution("second").Clean().Suite("two");

        var build = await bed.Solution.SmokeTestAsync(BuildFolder.NoEngine, solution, "-m");

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{bed.InSolution("first").In("smoke.yml")} : error HARN2002: ", build.Output);
        Assert.Contains($"{bed.InSolution("second").In("smoke.yml")} : error HARN2002: ", build.Output);
        Assert.Contains("    2 Error(s)", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_solution_in_which_no_project_has_a_suite_is_an_error()
    {
        bed.InSolution("first").Clean();
        bed.InSolution("second").Clean();

        var build = await bed.Solution.SmokeTestAsync(BuildFolder.NoEngine, "S.slnx");

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{bed.Solution.In("S.slnx")} : error HARN1007: No project of the solution has a suite", build.Output);
        Assert.Contains("    1 Error(s)", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_build_beside_the_smoke_tests_builds_first()
    {
        bed.InSolution("first").Clean().Suite("one");
        bed.InSolution("second").Clean();

        var build = await DotNet.RunAsync(
            "dotnet", bed.Solution.Path, ["build", "S.slnx", "-t:Build", "-t:SmokeTest", "--no-restore", "-m"], BuildFolder.NoEngine);

        Assert.Equal(1, build.ExitCode);
        Assert.True(File.Exists(bed.InSolution("without").In("bin", "Debug", "net10.0", "without.dll")));
        Assert.Contains("error HARN2002: ", build.Output);
        Assert.Contains("    1 Error(s)", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_project_of_several_frameworks_runs_its_suites_once()
    {
        bed.Multi.Clean().Suite("multi");

        var outer = await bed.Multi.SmokeTestAsync(BuildFolder.NoEngine);
        var inner = await bed.Multi.SmokeTestAsync(BuildFolder.NoEngine, "-f", "net10.0");

        foreach (var build in new[] { outer, inner })
        {
            Assert.Equal(1, build.ExitCode);
            Assert.Contains($"{bed.Multi.In("smoke.yml")} : error HARN2002: ", build.Output);
            Assert.Contains("    1 Error(s)", build.Output);
        }
    }
}
