namespace Harness.Package.Tests.MSBuild;

/// <summary>Properties and metadata.</summary>
[Collection("builds")]
public sealed class OptionTests(BuildBed bed)
{
    private const int Patience = 120_000;
    private readonly BuildFolder _project = bed.Single.Clean();

    [Fact(Timeout = Patience)]
    public async Task Each_impossible_property_is_an_error_that_names_it()
    {
        _project.Suite("options");

        var build = await _project.SmokeTestAsync(
            BuildFolder.NoEngine, "-p:SmokeTestRuns=0", "-p:SmokeTestEngine=lxc", "-p:SmokeTestJobs=many", "-p:SmokeTestMemoryBudget=lots",
            "-p:SmokeTestJUnitDialect=loose", "-p:SmokeTestEnvironment=NAME");

        var project = _project.In("App.csproj");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{project} : error HARN1008: SmokeTestRuns: '0' is not a whole number from 1 to 100.", build.Output);
        Assert.Contains($"{project} : error HARN1008: SmokeTestEngine: 'lxc' is not known; auto, docker, podman, docker-cli or podman-cli is expected.", build.Output);
        Assert.Contains($"{project} : error HARN1008: SmokeTestJobs: 'many' is not a whole number from 1.", build.Output);
        Assert.Contains($"{project} : error HARN1008: SmokeTestMemoryBudget: 'lots' is not a size of at least 6MiB, such as 512MiB or 4GiB.", build.Output);
        Assert.Contains($"{project} : error HARN1008: SmokeTestJUnitDialect: 'loose' is not known; rich or strict is expected.", build.Output);
        Assert.Contains($"{project} : error HARN1008: SmokeTestEnvironment: 'NAME' is not NAME=VALUE.", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_filter_that_matches_nothing_is_an_error_and_writes_nothing()
    {
        _project.Suite("filtered");

        var build = await _project.SmokeTestAsync(BuildFolder.NoEngine, "-p:SmokeTestFilter=absent", "-p:SmokeTestOutput=artifacts/elsewhere");

        Assert.Contains("error HARN1008: No test of any suite matches the filter 'absent'.", build.Output);
        Assert.False(Directory.Exists(_project.In("artifacts", "elsewhere")));
    }

    [Fact(Timeout = Patience)]
    public async Task The_output_goes_where_it_is_sent()
    {
        _project.Suite("sent");

        await _project.SmokeTestAsync(BuildFolder.NoEngine, "-p:SmokeTestOutput=artifacts/elsewhere");

        Assert.True(File.Exists(_project.In("artifacts", "elsewhere", "junit.xml")));
    }

    [Fact(Timeout = Patience)]
    public async Task Metadata_and_variables_of_the_project_stand_in_for_what_the_file_says()
    {
        var suite = _project.Write("suites/a.yml", "schema: 1\nname: a\nimage: ${FROM_PROJECT}\ntests: [{name: a, run: b}]\n");
        var targets = _project.Write("metadata.targets", """
            <Project>
              <ItemGroup><SmokeSuite Include="suites/*.yml" Platform="none" /></ItemGroup>
            </Project>
            """);

        var build = await _project.SmokeTestAsync(
            BuildFolder.NoEngine, $"-p:CustomAfterMicrosoftCommonTargets={targets}", "-p:SmokeTestEnvironment=FROM_PROJECT=python:3.11");

        Assert.Contains($"{suite}(1,1): error HARN1001: 'platform' must be a platform, os/arch or os/arch/variant, but is 'none'.", build.Output);
        Assert.Contains($"{suite}(3,8): error HARN1002: ", build.Output);
        Directory.Delete(_project.In("suites"), recursive: true);
    }

    [Fact(Timeout = Patience)]
    public async Task An_MSBuild_that_is_too_old_is_told_apart_from_everything_else()
    {
        _project.Suite("old");

        var build = await _project.SmokeTestAsync(BuildFolder.NoEngine, "-p:_HarnessHostVersion=17.14.8");

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{_project.In("App.csproj")} : error HARN1010: MSBuild 17.14.8 is too old for smoke tests; they need MSBuild 18.0. ", build.Output);
        Assert.DoesNotContain("HARN2002", build.Output);
    }
}
