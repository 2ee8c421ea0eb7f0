using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Harness.Package.Tests.Action.Runner;
using Harness.Package.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Harness.Package.Tests.Action;

/// <summary>The reusable workflow: its own scripts as a runner executes them, and what linters do not know of it.</summary>
[Collection(ActionCollection.Name)]
public sealed class ShardedWorkflowTests(InstalledTool tool) : IDisposable
{
    private const int Patience = 120_000;

    private static readonly YamlMappingNode Workflow = Read();

    private readonly ActionBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact(Timeout = Patience)]
    public async Task Suites_are_dealt_out_run_and_joined_with_the_gravest_verdict()
    {
        _bed.QuickSuite(folder: "a", name: "a").QuickSuite(folder: "b", name: "b", tests: ActionBed.Failing).QuickSuite(folder: "c", name: "c");
        _bed.QuickSuite(folder: ".harness/tests", name: "not-ours");

        var (dealt, _, matrix) = await StepAsync("matrix", new() { ["INPUT_SUITES"] = "", ["INPUT_SHARDS"] = "2", ["INPUT_VERSION"] = "", ["INPUT_TOOL"] = tool.Path });
        using var json = JsonDocument.Parse(matrix["matrix"]);
        var shards = json.RootElement.GetProperty("include").EnumerateArray().ToList();
        foreach (var shard in shards)
            await _bed.Runner().UseAsync(("suites", shard.GetProperty("suites").GetString()!), ("output", $"shards/smoke-shard-{shard.GetProperty("shard")}"), ("tool", tool.Path));
        var (joined, log, outputs) = await MergeAsync(matrix["count"]);

        Assert.Equal((0, "2"), (dealt, matrix["count"]));
        Assert.Equal(["a/smoke.yml\nc/smoke.yml", "b/smoke.yml"], shards.Select(shard => shard.GetProperty("suites").GetString()));
        Assert.Equal((1, "failed", "test-failed"), (joined, outputs["verdict"], outputs["cause"]));
        Assert.All(new[] { "a", "b", "c" }, name => Assert.True(File.Exists(_bed.In("artifacts", "smoke", name, "result.json"))));
        Assert.DoesNotContain("::error", log, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_shard_that_left_nothing_is_missed()
    {
        _bed.QuickSuite();
        await _bed.Runner().UseAsync(("output", "shards/smoke-shard-1"), ("tool", tool.Path));

        var (code, log, outputs) = await MergeAsync("2");

        Assert.Equal((4, "passed"), (code, outputs["verdict"]));
        Assert.Contains("::error title=Harness::1 of 2 shards left artifacts.", log, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task Where_no_shard_left_anything_the_verdict_says_so()
    {
        var (code, _, outputs) = await MergeAsync("2");

        Assert.Equal((4, "infrastructure"), (code, outputs["verdict"]));
    }

    [Fact(Timeout = Patience)]
    public async Task Without_a_suite_nothing_is_dealt_out()
    {
        var (code, log, outputs) = await StepAsync("matrix", new() { ["INPUT_SUITES"] = "", ["INPUT_SHARDS"] = "2", ["INPUT_VERSION"] = "", ["INPUT_TOOL"] = tool.Path });

        Assert.Equal((2, "invalid"), (code, outputs["verdict"]));
        Assert.Contains("harness init", log, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_uses_is_pinned_and_no_input_is_part_of_a_script()
    {
        var steps = Workflow.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("uses") || node.Children.ContainsKey("run")).ToList();

        Assert.All(steps.Where(step => step.Children.ContainsKey("uses")), step => Assert.Matches(@"^(\./\.harness|[a-z-]+/[a-z-]+@[0-9a-f]{40})$", $"{step["uses"]}"));
        Assert.All(steps.Where(step => step.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", $"{step["run"]}", StringComparison.Ordinal));
        var own = Assert.Single(steps, step => step.Children.TryGetValue("uses", out var uses) && $"{uses}" == "./.harness");
        Assert.Empty(((YamlMappingNode)own["with"]).Children.Keys.Select(key => $"{key}").Except(ActionFile.Read(Repository.Root).Inputs.Keys));
        Assert.Equal(ActionFile.Read(Repository.Root).Inputs["version"], $"{Workflow["on"]["workflow_call"]["inputs"]["version"]["default"]}");
    }

    [Fact]
    public void Every_job_takes_the_tool_and_the_runner_that_the_caller_names()
    {
        var steps = Workflow.AllNodes.OfType<YamlMappingNode>().ToList();
        var scripts = steps.Where(node => node.Children.TryGetValue("env", out var env) && ((YamlMappingNode)env).Children.ContainsKey("INPUT_TOOL")).ToList();
        var own = Assert.Single(steps, step => step.Children.TryGetValue("uses", out var uses) && $"{uses}" == "./.harness");

        Assert.Equal(["${{ inputs.tool }}", "${{ inputs.tool }}"], scripts.Select(step => $"{step["env"]["INPUT_TOOL"]}"));
        Assert.Equal("${{ inputs.tool }}", $"{own["with"]["tool"]}");
        Assert.Equal(["${{ inputs.runs-on }}"], ((YamlMappingNode)Workflow["jobs"]).Children.Values.Select(job => $"{job["runs-on"]}").Distinct());
    }

    [Fact]
    public void The_page_has_every_input_and_output()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "action.md"));
        var call = Workflow["on"]["workflow_call"];

        Assert.All(
            new[] { call["inputs"], call["outputs"] }.SelectMany(names => ((YamlMappingNode)names).Children.Keys),
            name => Assert.Contains($"`{name}`", page[page.IndexOf("## In shards", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    private Task<(int Code, string Log, Dictionary<string, string> Outputs)> MergeAsync(string count) => StepAsync("merge", new()
    {
        ["INPUT_FOLDER"] = "shards",
        ["INPUT_OUTPUT"] = "artifacts/smoke",
        ["INPUT_COUNT"] = count,
        ["INPUT_VERSION"] = "",
        ["INPUT_TOOL"] = tool.Path,
        ["INPUT_FAIL_ON_DRIFT"] = "true",
    });

    // The step with this id, its script as it stands but for where the action is checked out.
    private async Task<(int Code, string Log, Dictionary<string, string> Outputs)> StepAsync(string id, Dictionary<string, string?> environment)
    {
        var step = Workflow.AllNodes.OfType<YamlMappingNode>().Single(node => node.Children.TryGetValue("id", out var name) && $"{name}" == id);
        Assert.Equal(((YamlMappingNode)step["env"]).Children.Keys.Select(key => $"{key}").Order(StringComparer.Ordinal), environment.Keys.Order(StringComparer.Ordinal));
        foreach (var file in new[] { "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY" })
            await File.WriteAllTextAsync(environment[file] = Path.Combine(_bed.Temporary, file), "", TestContext.Current.CancellationToken);
        environment["RUNNER_TEMP"] = _bed.Temporary;
        var script = $"{step["run"]}".Replace(".harness/", Repository.Root + "/", StringComparison.Ordinal);

        var end = await Cli.Wrap("/bin/bash").WithArguments(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script])
            .WithWorkingDirectory(_bed.Workspace).WithEnvironmentVariables(environment).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        var outputs = await File.ReadAllTextAsync(environment["GITHUB_OUTPUT"]!, TestContext.Current.CancellationToken);
        return (end.ExitCode, end.StandardOutput + end.StandardError, RunnerFile.Read(outputs));
    }

    private static YamlMappingNode Read()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, ".github", "workflows", "smoke.yml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
