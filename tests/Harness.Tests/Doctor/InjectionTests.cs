using System.Text.RegularExpressions;
using Harness.Diagnosis;
using Harness.Doctor.Injecting;
using Harness.Suites.Starting;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

[Collection("engine")]
public sealed class InjectionTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 600_000)]
    public async Task All_faults_that_can_be_made_are_named_rightly()
    {
        var (code, output, error) = await InjectAsync("all");

        Assert.True(code == 0, output + error);
        Assert.All(Injections.All, fault => Assert.Contains($"ok       inject  {fault.Cause} was named {CauseCatalog.Get(fault.Cause).Code}: ", output, StringComparison.Ordinal));
        Assert.EndsWith("0 problems, 0 warnings\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fault_has_a_cause_of_its_own_and_words_for_what_is_done()
    {
        Assert.Equal(Injections.All.Count, Injections.All.Select(fault => fault.Cause).Distinct().Count());
        Assert.All(Injections.All, fault => Assert.NotEmpty(fault.What));
    }

    // Two runs are what this fault is about.
    [Fact(Timeout = 60_000)]
    public async Task What_the_environment_says_of_suites_does_not_change_a_fault()
    {
        var (code, output, error) = await HarnessProcess.RunAsync(
            folder.Path, new Dictionary<string, string?> { ["HARNESS_RUNS"] = "1" }, "doctor", "--inject", "outcome-drift", "--image", RealEngine.Image);

        Assert.True(code == 0, output + error);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_setting_of_the_environment_that_cannot_be_is_a_finding()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(
            folder.Path, new Dictionary<string, string?> { ["HARNESS_ENGINE"] = "lxc" }, "doctor", "--inject", "crashed", "--image", RealEngine.Image);

        Assert.Equal(2, code);
        Assert.Contains("FAILED   inject  HARN1008: ", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_that_could_not_be_made_to_happen_is_told_by_what_kept_it()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(
            folder.Path, new Dictionary<string, string?> { ["TMPDIR"] = folder.Path },
            "doctor", "--inject", "disk-full", "--image", RealEngine.Image[..^64] + new string('0', 64));

        Assert.Equal(4, code);
        Assert.Contains("FAILED   inject  HARN2005: disk-full could not be made to happen: ", output, StringComparison.Ordinal);
        Assert.Contains("         remedy  ", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder.Path, "harness-inject-*"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Faults_are_made_in_the_image_of_the_suite_that_is_there()
    {
        folder.Write("api/smoke.yml", $"schema: 1\nname: api\nimage: {RealEngine.Image}\ntests: [{{name: nothing, run: 'true'}}]\n");

        var (code, output, error) = await HarnessProcess.RunAsync(folder.Path, ["doctor", "--inject", "test-failed"]);

        Assert.True(code == 0, output + error);
        Assert.Contains($"Faults are made in {RealEngine.Image} (api/smoke.yml).\n", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_suite_that_is_named_and_is_none_is_told_rather_than_another_image_taken()
    {
        folder.Write("smoke.yml", "schema: 2\n");

        var (code, output, _) = await HarnessProcess.RunAsync(folder.Path, ["doctor", "smoke.yml", "--inject", "test-failed"]);

        Assert.Equal(2, code);
        Assert.Contains("FAILED   suite", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_suite_they_are_made_in_the_image_of_a_first_one() =>
        Assert.Equal(
            FirstSuite.DefaultImage,
            InjectionImage.Of(new() { WorkingDirectory = folder.Path, Environment = new Dictionary<string, string>() }, out _)!.Reference);

    [Fact(Timeout = 60_000)]
    public async Task Why_nothing_could_be_done_from_outside_is_told()
    {
        var fault = Injections.Find("killed-externally")! with
        {
            Keys = "runs: 1\ntimeouts: {test: 5s}\n",
            Outside = (engine, _, cancellationToken) => engine.StartContainerAsync("nobody", cancellationToken),
        };

        var report = await InjectionRun.RunAsync(
            [fault], new() { WorkingDirectory = folder.Path, Environment = RealEngine.Environment }, RealEngine.Image, _ => { }, TimeProvider.System, TestContext.Current.CancellationToken);

        var check = Assert.Single(report.Checks);
        Assert.Equal("not-injected", check.Cause);
        var told = Regex.Match(check.Measured, "^killed-externally could not be made to happen: .*nobody.* Artifacts: (.+)/artifacts/killed-externally$");
        Assert.True(told.Success, check.Measured);
        Directory.Delete(told.Groups[1].Value, recursive: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_needs_a_registry_is_left_out_offline()
    {
        var (code, output, _) = await InjectAsync("registry-unreachable", "--offline");

        Assert.Equal(0, code);
        Assert.Equal("-        inject  registry-unreachable needs a registry, and nothing is to be pulled\n0 problems, 0 warnings\n", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_that_nobody_knows_is_a_usage_error()
    {
        var (code, _, error) = await InjectAsync("gremlins");

        Assert.Equal(2, code);
        Assert.Contains("--inject: 'gremlins' cannot be made; image-not-found, ", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> InjectAsync(string fault, params string[] more) =>
        HarnessProcess.RunAsync(folder.Path, ["doctor", "--inject", fault, "--image", RealEngine.Image, .. more]);
}
