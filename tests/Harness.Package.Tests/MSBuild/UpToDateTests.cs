using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>Builds after a green one.</summary>
[Collection("builds")]
public sealed class UpToDateTests(BuildBed bed)
{
    private const int Patience = 120_000;
    private const string Replayed = ", up to date since ";
    private readonly BuildFolder _project = bed.Green;

    [Fact(Timeout = Patience)]
    public async Task Nothing_runs_again_and_warnings_are_told_again()
    {
        await GreenAsync();
        var record = await RecordAsync();
        File.SetLastWriteTimeUtc(_project.In("smoke.yml"), DateTime.UnixEpoch); // touched, not changed

        var build = (await _project.SmokeTestAsync("-bl")).ShouldSucceed();
        var again = (await _project.SmokeTestAsync("-bl")).ShouldSucceed(); // the first one's log lies in the workspace now

        Assert.Equal(record, await RecordAsync());
        foreach (var output in new[] { build.Output, again.Output })
        {
            Assert.Contains("replay: passed, not compared (1 run, ", output);
            Assert.Contains(Replayed, output);
            Assert.Contains($"{_project.In("smoke.yml")}(5,7): warning HARN1001: ", output);
            Assert.Contains(" replay passed not-compared true ", output);
        }
    }

    [Fact(Timeout = Patience)]
    public async Task Warnings_that_are_told_again_obey_the_build()
    {
        await GreenAsync();

        var strict = await _project.SmokeTestAsync("-warnaserror");
        var silent = (await _project.SmokeTestAsync("-p:NoWarn=HARN1001")).ShouldSucceed();

        Assert.Equal(1, strict.ExitCode);
        Assert.Contains(Replayed, strict.Output);
        Assert.Contains($"{_project.In("smoke.yml")}(5,7): error HARN1001: ", strict.Output);
        Assert.DoesNotContain("HARN1001", silent.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_file_that_containers_see_makes_the_suites_run_again()
    {
        await GreenAsync();
        _project.Write("data/nested.txt", "new");

        var build = (await _project.SmokeTestAsync()).ShouldSucceed();

        Assert.DoesNotContain(Replayed, build.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task Force_and_other_options_make_the_suites_run_again()
    {
        await GreenAsync();

        var forced = (await _project.SmokeTestAsync("-p:SmokeTestForce=true")).ShouldSucceed();
        var other = (await _project.SmokeTestAsync("-p:SmokeTestJobs=1")).ShouldSucceed();

        Assert.DoesNotContain(Replayed, forced.Output);
        Assert.DoesNotContain(Replayed, other.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_baseline_is_compared_with_and_another_one_makes_the_suites_run_again()
    {
        await GreenAsync();
        var baseline = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.Copy(ResultFile, Path.Combine(baseline, "result.json"));
            var compare = $"-p:SmokeTestBaseline={baseline}";

            var first = (await _project.SmokeTestAsync(compare)).ShouldSucceed();
            var again = (await _project.SmokeTestAsync(compare)).ShouldSucceed();
            await File.AppendAllTextAsync(Path.Combine(baseline, "result.json"), " ", TestContext.Current.CancellationToken);
            var changed = (await _project.SmokeTestAsync(compare)).ShouldSucceed();

            Assert.Matches($@"Since {baseline} \(\d{{4}}-.* UTC, passed\): the same", first.Output);
            Assert.Contains($"Since {baseline} (", again.Output);
            Assert.Equal([false, true, false], new[] { first, again, changed }.Select(build => build.Output.Contains(Replayed)));
        }
        finally
        {
            Directory.Delete(baseline, recursive: true);
        }
    }

    [Fact(Timeout = Patience)]
    public async Task Another_dialect_is_written_and_makes_the_suites_run_again()
    {
        await GreenAsync();

        var strict = (await _project.SmokeTestAsync("-p:SmokeTestJUnitDialect=strict")).ShouldSucceed();

        Assert.DoesNotContain(Replayed, strict.Output);
        Assert.Contains("package=\"harness\"", await File.ReadAllTextAsync(_project.In("artifacts", "smoke", "junit.xml"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Patience)]
    public async Task Records_that_are_not_as_the_run_left_them_prove_nothing()
    {
        await GreenAsync();
        await File.AppendAllTextAsync(ResultFile, " ", TestContext.Current.CancellationToken);

        var build = (await _project.SmokeTestAsync()).ShouldSucceed();

        Assert.DoesNotContain(Replayed, build.Output);
    }

    private string ResultFile => _project.In("artifacts", "smoke", "replay", "result.json");

    private Task<string> RecordAsync() => File.ReadAllTextAsync(ResultFile, TestContext.Current.CancellationToken);

    // Green and up to date, whatever the test before left behind.
    private async Task GreenAsync()
    {
        _project.Suite("replay", keys: "env: {HARNESS_MARK: \"1\"}\nruns: 1\n", image: RealEngine.Image);
        (await _project.SmokeTestAsync()).ShouldSucceed();
    }
}
