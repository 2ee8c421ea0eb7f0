using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Evidence;

public sealed class ResultFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var result in Samples.All)
        {
            ResultFile.Write(scratch.In("result.json"), result);
            ResultFile.Write(scratch.In("again.json"), ResultFile.Read(scratch.In("result.json")));

            Assert.Equal(File.ReadAllText(scratch.In("result.json")), File.ReadAllText(scratch.In("again.json")));
        }
    }

    [Fact]
    public void The_record_looks_as_the_contract_shows()
    {
        ResultFile.Write(scratch.In("result.json"), Samples.MemoryLimit);

        Snapshot.Match("Evidence/Snapshots/result.json", File.ReadAllText(scratch.In("result.json")));
    }

    [Fact]
    public void Missing_keys_mean_their_defaults_and_unknown_keys_mean_nothing()
    {
        var path = scratch.Write("result.json", """
            {"suite": "api", "file": "smoke.yml", "verdict": "failed", "startedAt": "2026-01-31T12:00:00Z", "colour": {"a": [1]},
             "runs": [{"index": 1, "outcome": "failed"}, {"index": 2, "outcome": "failed", "attempts": [
               {"index": 1, "outcome": "failed", "startedAt": "2026-01-31T12:00:00Z", "steps": [{"name": "install", "outcome": "failed"}]}]}],
             "causes": [{"name": "unknown", "code": "HARN4199", "confidence": 0.5, "summary": "s", "remedy": "r"}],
             "reproducibility": {"verdict": "not-compared"}}
            """);

        var result = ResultFile.Read(path);

        Assert.Equal(1, result.Schema);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.Runs[0].Attempts);
        Assert.Empty(result.Runs[1].Attempts[0].Causes);
        Assert.Empty(result.Causes[0].Evidence);
        Assert.Empty(result.Causes[0].Contradictions);
        Assert.Empty(result.Reproducibility.Differences);
        Assert.Equal(new Statistics(0, 0, 0), result.Statistics);
        Assert.Equal(0, result.DurationSeconds);
    }

    [Fact]
    public void Nothing_in_the_place_of_a_list_is_an_empty_list()
    {
        var path = scratch.Write("result.json", """
            {"suite": "api", "file": "smoke.yml", "verdict": "passed", "startedAt": "2026-01-31T12:00:00Z",
             "runs": null, "causes": null, "warnings": null, "reproducibility": null, "statistics": null}
            """);

        var result = ResultFile.Read(path);

        Assert.Empty(result.Runs);
        Assert.Empty(result.Causes);
        Assert.Equal(ReproducibilityVerdict.NotCompared, result.Reproducibility.Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"suite\": \"api\", \"file")]
    [InlineData("{\"suite\": \"api\", \"file\": \"f\", \"verdict\": \"splendid\", \"startedAt\": \"2026-01-31T12:00:00Z\"}")]
    [InlineData("{\"suite\": \"api\", \"file\": \"f\", \"verdict\": \"passed\", \"startedAt\": 5}")]
    [InlineData("{\"suite\": \"api\", \"file\": \"f\", \"verdict\": \"passed\", \"startedAt\": \"yesterday\"}")]
    public void Anything_else_is_refused_with_a_remedy(string content)
    {
        var path = scratch.Write("result.json", content);

        var exception = Assert.Throws<ArtifactsException>(() => ResultFile.Read(path));

        Assert.StartsWith($"{path} cannot be read as a suite's record: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Run the suite again; the journal beside it shows what happened.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_not_written_through_a_link()
    {
        var folder = new ArtifactsFolder(scratch.In("smoke")).Suite("api");
        Directory.CreateDirectory(folder.Artifacts.Path);
        Directory.CreateSymbolicLink(folder.Path, Directory.CreateDirectory(scratch.In("elsewhere")).FullName);

        Assert.Throws<ArtifactsException>(() => ResultFile.Write(folder, Samples.Passed));

        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.In("elsewhere")));
    }

    [Fact]
    public void A_missing_record_is_refused_with_a_remedy() =>
        Assert.Throws<ArtifactsException>(() => ResultFile.Read(scratch.In("nowhere", "result.json")));

    [Fact]
    public void A_suite_that_did_not_finish_is_interrupted_and_says_so()
    {
        var result = DidNotFinish.Of("api", "smoke.yml", Samples.Start);

        Assert.Equal(Verdict.Interrupted, result.Verdict);
        Assert.Equal(("HARN9001", "did-not-finish"), (result.Causes[0].Code, result.Causes[0].Name));
    }
}
