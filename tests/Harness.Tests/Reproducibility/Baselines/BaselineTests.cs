using Harness.Evidence;
using Harness.Reproducibility.Baselines;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility.Baselines;

public sealed class BaselineTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void An_artifacts_folder_a_suites_folder_and_a_record_are_read_alike()
    {
        Write("green", Samples.Passed);

        foreach (var path in new[] { "green", "green/", "green/api", "green/api/result.json" })
            Assert.Equal("api", Assert.Single(Baseline.Read(path, scratch.Path).Suites).Result.Suite);
    }

    [Fact]
    public void Files_beside_the_record_are_read_with_it()
    {
        Write("green", Samples.Passed);
        scratch.Write("green/api/run-1/attempt-1/files.jsonl", "{\"path\":\"a.py\",\"size\":1,\"sha256\":\"11\"}\n");

        Assert.Equal(["a.py"], Assert.Single(Baseline.Read("green", scratch.Path).Suites).Files!.Keys);
    }

    [Fact]
    public void Suites_that_the_index_does_not_name_are_left_over_and_not_read()
    {
        Write("green", Samples.Passed, Samples.Once);
        new ArtifactsIndex { Suites = [new("once", "smoke.yml", Verdict.Passed, 1, "once", "once/result.json", "once/journal.jsonl")] }
            .Write(new ArtifactsFolder(scratch.In("green")).Index);

        Assert.Equal("once", Assert.Single(Baseline.Read("green", scratch.Path).Suites).Result.Suite);
    }

    [Fact]
    public void A_folder_without_records_is_refused_with_a_remedy()
    {
        Directory.CreateDirectory(scratch.In("empty"));

        var exception = Assert.Throws<ArtifactsException>(() => Baseline.Read("empty", scratch.Path));

        Assert.Equal("'empty' contains no record of a suite. Name an artifacts folder or a result.json.", exception.Message);
    }

    [Fact]
    public void A_damaged_record_is_refused()
    {
        scratch.Write("green/api/result.json", "{");

        Assert.Throws<ArtifactsException>(() => Baseline.Read("green", scratch.Path));
    }

    private void Write(string folder, params SuiteResult[] results)
    {
        foreach (var result in results)
            ResultFile.Write(scratch.In(folder, result.Suite, "result.json"), result);
    }
}
