using System.Text.Json;
using Harness.Evidence;
using Harness.Reproducibility.Baselines;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public CompareCommandTests()
    {
        Write("green", Samples.Passed, Samples.Once);
        Write("same", Samples.Passed, Samples.Once);
        Write("today", Samples.Passed with { Engine = new EngineEvidence("docker", "28.0", "v2", false) }, Samples.Unfinished);
    }

    public void Dispose() => scratch.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Equal_folders_exit_with_0()
    {
        var (code, output, error) = await HarnessProcess.RunAsync(scratch.Path, "compare", "green", "same");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            "api: the same\n  not compared: packages, files\nonce: the same\n  not compared: packages, files\n2 suites: 0 different, 2 the same\n",
            output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Different_folders_exit_with_3_and_name_what_changed()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(scratch.Path, "compare", "green", "today");

        Assert.Equal(3, code);
        Assert.Equal(
            """
            api: different, 1 change
              engine  version  27.3.1 -> 28.0
              not compared: packages, files
            late: different, 1 change
              suite  (none) -> late
            once: different, 1 change
              suite  once -> (none)
            3 suites: 3 different, 0 the same

            """,
            output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_records_from_anywhere_are_compared_without_their_folders()
    {
        File.Move(scratch.In("green", "api", "result.json"), scratch.In("before.json"));
        File.Move(scratch.In("today", "api", "result.json"), scratch.In("after.json"));

        var (code, output, _) = await HarnessProcess.RunAsync(scratch.Path, "compare", "before.json", "after.json", "--json");

        Assert.Equal(3, code);
        var compared = JsonSerializer.Deserialize(output, EvidenceJson.Indented.ComparedRecords)!;
        Assert.Equal((1, "before.json", "after.json", BaselineVerdict.Different), (compared.Schema, compared.Before, compared.After, compared.Verdict));
        Assert.Equal([new Change("engine", "version", "27.3.1", "28.0")], Assert.Single(compared.Suites).Comparison.Changes);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ignored_areas_do_not_count()
    {
        var (code, _, _) = await HarnessProcess.RunAsync(scratch.Path, "compare", "green/api", "today/api", "--ignore", "engine");

        Assert.Equal(0, code);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("harness: error: 'nowhere' does not exist. Name an artifacts folder or a result.json.", "green", "nowhere")]
    [InlineData("B is missing", "green")]
    [InlineData("'moon' not recognized", "green", "today", "--ignore", "moon")]
    public async Task Bad_usage_exits_with_2(string message, params string[] arguments)
    {
        var (code, _, error) = await HarnessProcess.RunAsync(scratch.Path, ["compare", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(message, error);
    }

    private void Write(string folder, params SuiteResult[] results)
    {
        foreach (var result in results)
            ResultFile.Write(scratch.In(folder, result.Suite, "result.json"), result);
    }
}
