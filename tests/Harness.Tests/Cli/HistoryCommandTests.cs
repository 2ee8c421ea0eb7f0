using System.Text.Json;
using Harness.Evidence;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

public sealed class HistoryCommandTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Folders_at_any_depth_become_a_page_and_json()
    {
        Write("nights/monday", Samples.Passed);
        Write("nights/tuesday", Samples.TestFailed with { Suite = "api", StartedAt = Samples.Start.AddDays(1) });

        var (code, output, error) = await HarnessProcess.RunAsync(scratch.Path, "history", "nights", "--output", "out");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            api
              passed       50 % of 2 records
              verdicts     1 failed, 1 passed
              causes       1 test-failed
              duration     median 14.8 s, 5.1 s to 24.4 s (2 measured)
              peak memory  median 101 MiB, 101 MiB to 101 MiB (2 measured)
              first bad    tuesday/api: test-failed
            History: out/history.html

            """,
            output,
            ignoreLineEndingDifferences: true);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(scratch.In("out", "history.json"), TestContext.Current.CancellationToken));
        Assert.Equal("tuesday/api", json.RootElement.GetProperty("suites")[0].GetProperty("firstBad")[0].GetProperty("folder").GetString());
        Assert.True(File.Exists(scratch.In("out", "history.html")));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("absent", "harness: error: there is no folder 'absent'. Name folders that harness run wrote, or what contains them.\n")]
    [InlineData(".", "harness: error: there is no record of a suite in '.'. Name folders that harness run wrote, or what contains them.\n")]
    public async Task Folders_that_tell_nothing_exit_with_2(string folder, string expected)
    {
        var (code, output, error) = await HarnessProcess.RunAsync(scratch.Path, "history", folder);

        Assert.Equal((2, "", expected), (code, output, error));
    }

    [Fact(Timeout = 60_000)]
    public async Task Trials_of_other_limits_are_no_history()
    {
        Write("artifacts/smoke", Samples.Passed);
        Write("artifacts/size/24MiB", Samples.TestFailed with { Suite = "api" });
        new ArtifactsIndex { Trial = true }.Write(scratch.In("artifacts", "size", "24MiB", "index.json"));

        var (code, output, _) = await HarnessProcess.RunAsync(scratch.Path, "history", "artifacts");
        var (none, _, error) = await HarnessProcess.RunAsync(scratch.Path, "history", "artifacts/size");

        Assert.Equal((0, 2), (code, none));
        Assert.Contains("passed       100 % of 1 record\n", output, StringComparison.Ordinal);
        Assert.Contains("1 trial of harness size left out\n", output, StringComparison.Ordinal);
        Assert.Equal("harness: error: there is no record of a suite in 'artifacts/size'; 1 trial of harness size left out. Name folders that harness run wrote, or what contains them.\n", error);
    }

    private void Write(string name, SuiteResult result)
    {
        var folder = new ArtifactsFolder(scratch.In(name)).Suite(result.Suite);
        Directory.CreateDirectory(folder.Path);
        ResultFile.Write(folder, result);
    }
}
