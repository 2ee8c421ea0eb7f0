using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>What a build says of a suite.</summary>
[Collection("builds")]
public sealed class OutcomeTests(BuildBed bed)
{
    private const int Patience = 120_000;
    private readonly BuildFolder _project = bed.Single.Clean();

    [Fact(Timeout = Patience)]
    public async Task A_green_suite_leaves_artifacts_and_items_and_the_build_is_green()
    {
        var suite = _project.Suite("green-build", image: RealEngine.Image);

        var build = (await _project.SmokeTestAsync("-v:n")).ShouldSucceed();

        Assert.Contains("green-build: passed, not compared (1 run, ", build.Output);
        Assert.Contains("green-build run 1: test:python passed (", build.Output);
        Assert.Contains($"later: {suite} green-build passed not-compared false {_project.In("artifacts", "smoke", "junit.xml")}", build.Output);
        Assert.True(File.Exists(_project.In("artifacts", "smoke", "junit.xml")));
    }

    [Fact(Timeout = Patience)]
    public async Task A_failing_test_is_an_error_at_its_line_and_its_output_is_no_error_of_its_own()
    {
        var suite = _project.Suite("red-build", image: RealEngine.Image, tests: """
              - name: broken
                run: |
                  echo '::error::pwned'
                  printf 'x\r::warning::y\nevil.cs(1,1): error CS0001: pwned [x.csproj]\nboom: error : pwned\n##[error]pwned\n' >&2
                  exit 3

            """);

        var build = await _project.SmokeTestAsync("-bl:out.binlog");

        Assert.Equal(1, build.ExitCode);
        var errors = build.Output.Split('\n').Where(line => line.Contains("error HARN", StringComparison.Ordinal)).Distinct().ToArray();
        Assert.StartsWith($"{suite}(7,5): error HARN5001: test:broken ended with exit code 3, expected 0. ", Assert.Single(errors), StringComparison.Ordinal);
        Assert.EndsWith($" [{_project.In("App.csproj")}]", errors[0], StringComparison.Ordinal);
        Assert.Contains(@"evil.cs(1,1): error\ CS0001: pwned", build.Output);
        Assert.DoesNotContain("error CS0001", build.Output);
        Assert.DoesNotContain(build.Output.Split('\n', '\r'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain("##[", build.Output);
        Assert.Contains("    1 Error(s)", build.Output);
        Assert.True(File.Exists(_project.In("out.binlog")));
    }

    [Fact(Timeout = Patience)]
    public async Task Every_fault_of_an_invalid_suite_is_an_error_of_its_own()
    {
        var suite = _project.Write("smoke.yml", "schema: 1\nnam: api\nimage: python:3.11\ntests: [{name: a, run: b}]\n");

        var build = await _project.SmokeTestAsync();

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{suite}(2,1): error HARN1001: Unknown key 'nam' at the top level; the nearest known key is 'name'. Rename it to name, or remove it. [", build.Output);
        Assert.Contains($"{suite}(3,8): error HARN1002: ", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_project_without_suites_is_an_error()
    {
        var build = await _project.SmokeTestAsync();

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{_project.In("App.csproj")} : error HARN1007: There is no smoke.yml in '.' or below. Add smoke.yml or a SmokeSuite item.", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task Without_an_engine_the_error_says_where_one_was_looked_for()
    {
        var suite = _project.Suite("no-engine");

        var build = await _project.SmokeTestAsync(BuildFolder.NoEngine);

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{suite} : error HARN2002: No engine answers at unix:///nonexistent/docker.sock: there is no such socket.", build.Output);
        Assert.Contains("DOCKER_HOST=unix:///nonexistent/docker.sock", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_build_that_goes_on_after_errors_has_warnings_instead()
    {
        var suite = _project.Suite("no-engine");

        var build = (await _project.SmokeTestAsync(BuildFolder.NoEngine, "-p:SmokeTestContinueOnError=true")).ShouldSucceed();

        Assert.Contains($"{suite} : warning HARN2002: ", build.Output);
        Assert.Contains("no-engine infrastructure not-compared", build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_folder_that_others_wrote_is_not_written_to()
    {
        _project.Suite("precious");
        _project.Write("artifacts/smoke/precious/thesis.txt", "precious");

        var build = await _project.SmokeTestAsync(BuildFolder.NoEngine);

        Assert.Contains($"{_project.In("App.csproj")} : error HARN1009: ", build.Output);
        Assert.Equal("precious", await File.ReadAllTextAsync(_project.In("artifacts", "smoke", "precious", "thesis.txt"), TestContext.Current.CancellationToken));
    }
}
