using Harness.Package.Tests.Action.Runner;

namespace Harness.Package.Tests.Action;

/// <summary>The action at work, on the real engine.</summary>
[Collection(ActionCollection.Name)]
public sealed class ActionTests(InstalledTool tool) : IDisposable
{
    private const int Patience = 120_000;
    private readonly ActionBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact(Timeout = Patience)]
    public async Task A_green_suite_passes_with_all_outputs_and_without_annotations()
    {
        _bed.Suite();

        var end = await UseAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["verdict"] = "passed",
                ["cause"] = "",
                ["reproducible"] = "true",
                ["junit"] = _bed.In("artifacts", "smoke", "junit.xml"),
                ["artifacts"] = _bed.In("artifacts", "smoke"),
            },
            end.Outputs);
        Assert.True(File.Exists(end.Outputs["junit"]));
        Assert.StartsWith("## ✅ bed: passed, reproducible\n", end.Summary, StringComparison.Ordinal);
        Assert.Contains("bed: passed, reproducible (2 runs, ", end.Log.Text, StringComparison.Ordinal);
        Assert.Empty(end.Log.Deeds);
    }

    [Fact(Timeout = Patience)]
    public async Task A_failing_suite_fails_the_step_and_is_annotated_at_its_line()
    {
        _bed.Suite(ActionBed.Passing + ActionBed.Failing, folder: "api");

        var end = await UseAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.Equal(("failed", "test-failed"), (end.Outputs["verdict"], end.Outputs["cause"]));
        var annotation = Assert.Single(end.Log.Deeds);
        Assert.Equal(("error", "api/smoke.yml", "8"), (annotation.Name, annotation.Properties["file"], annotation.Properties["line"]));
        Assert.Contains("no greeting today", annotation.Data, StringComparison.Ordinal);
        Assert.Contains("no greeting today", end.Summary, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [InlineData("true", 3)]
    [InlineData("false", 0)]
    public async Task Drift_fails_the_step_unless_it_may_drift(string failOnDrift, int exitCode)
    {
        _bed.Suite(requirements: "greeter==1.0.0\nnever-alike\n").SourceDistribution("never-alike", "import uuid; text = f'SALT = {uuid.uuid4().int}'");

        var end = await UseAsync(("fail-on-drift", failOnDrift));

        Assert.Equal(exitCode, end.ExitCode);
        Assert.Equal(("not-reproducible", "content-drift", "false"), (end.Outputs["verdict"], end.Outputs["cause"], end.Outputs["reproducible"]));
        Assert.All(end.Log.Deeds, deed => Assert.Equal("warning", deed.Name));
        Assert.Single(end.Log.Deeds, deed => deed.Data.StartsWith("HARN5102", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task An_engine_that_is_missing_is_an_infrastructure_failure()
    {
        _bed.Suite();
        var runner = _bed.Runner();
        runner.Environment["DOCKER_HOST"] = $"unix://{_bed.Temporary}/no.sock";

        var end = await runner.UseAsync(("tool", tool.Path));

        Assert.Equal(4, end.ExitCode);
        Assert.Equal(("infrastructure", "engine-not-running", "not-compared"), (end.Outputs["verdict"], end.Outputs["cause"], end.Outputs["reproducible"]));
        Assert.Equal("error", Assert.Single(end.Log.Deeds).Name);
    }

    [Fact(Timeout = Patience)]
    public async Task Suites_are_named_one_a_line_and_the_other_inputs_reach_the_tool()
    {
        _bed.QuickSuite(folder: "a b", name: "one").QuickSuite(folder: "c/d", name: "two").QuickSuite(ActionBed.Failing, folder: "e", name: "three");

        var end = await UseAsync(("suites", "\n  a b/smoke.yml\n\n  c/**/smoke.yml  \n"), ("output", "out put"), ("runs", "2"), ("engine", "docker"));

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(("passed", "true", _bed.In("out put")), (end.Outputs["verdict"], end.Outputs["reproducible"], end.Outputs["artifacts"]));
        Assert.Contains("2 suites: 2 passed", end.Log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task Ten_annotations_are_the_most()
    {
        foreach (var number in Enumerable.Range(1, 12))
            _bed.Write($"suite-{number}/smoke.yml", $"schema: 1\nname: suite-{number}\nimage: python\ntests: [{{name: a, run: b}}]\n");

        var end = await UseAsync();

        Assert.Equal(2, end.ExitCode);
        Assert.Equal(10, end.Log.Deeds.Count());
        Assert.Equal("3 more are in the summary of this job and in junit.xml.", end.Log.Deeds.Last().Data);
    }

    private Task<ActionEnd> UseAsync(params (string, string)[] inputs) => _bed.Runner().UseAsync([("tool", tool.Path), .. inputs]);
}
