using Harness.Evidence;
using Harness.Reporting;
using Harness.Tests.Reporting.JUnit;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting;

public sealed class ReportsTests : IDisposable
{
    private static readonly ReportOptions Options = new() { ShownAs = "artifacts/smoke" };

    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void From_the_first_second_everything_says_that_it_did_not_finish()
    {
        Reports.Begin(folder.Artifacts, [("api", "smoke.yml"), ("web", "web/smoke.yml")], Samples.Start, Options);

        var report = JUnitProfile.Check(folder.Artifacts.JUnit);
        Assert.Equal(["did-not-finish", "did-not-finish"], report.Descendants("error").Select(error => error.Attribute("type")!.Value));
        Assert.Equal(Verdict.Interrupted, ResultFile.Read(folder.Artifacts.Suite("web").Result).Verdict);
        Assert.Contains("2 interrupted", File.ReadAllText(folder.Artifacts.Summary), StringComparison.Ordinal);
        Assert.Equal(Verdict.Interrupted, ArtifactsIndex.Read(folder.Artifacts.Index)!.Verdict);
    }

    [Fact]
    public void The_index_names_every_suite_and_its_files()
    {
        Finish([Samples.Passed, Samples.TestFailed]);

        Snapshot.Match("Reporting/Snapshots/index.json", File.ReadAllText(folder.Artifacts.Index));
    }

    [Fact]
    public void Reports_are_made_again_from_the_folder_alone()
    {
        Finish(Samples.All);
        var before = Contents();
        foreach (var report in (string[])[folder.Artifacts.JUnit, folder.Artifacts.Summary, folder.Artifacts.Html])
            File.Delete(report);

        Reports.Write(folder.Artifacts, Options);

        Assert.Equal(before, Contents());
        Assert.Contains("11 suites: ", before[1], StringComparison.Ordinal);
        Assert.Contains(" (40.1 s)\n", before[1], StringComparison.Ordinal);
        Assert.Contains(" · 40.1 s · ", before[3], StringComparison.Ordinal);
        Assert.Contains(" (40.1 s)\nArtifacts: ", TextSummary.Of(Samples.All, folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Fact]
    public void Suites_of_earlier_invocations_are_not_reported()
    {
        Finish([Samples.Passed, Samples.TestFailed]);

        Finish([Samples.Passed]);

        Assert.Equal(["api"], Reports.Read(folder.Artifacts).Select(result => result.Suite));
    }

    [Fact]
    public void Suites_of_earlier_invocations_are_removed_but_those_left_out_and_what_is_not_ours()
    {
        Finish([Samples.Passed, Samples.TestFailed, Samples.MemoryLimit]);
        Directory.CreateDirectory(Path.Combine(folder.Artifacts.Path, "notes"));
        File.WriteAllText(Path.Combine(folder.Artifacts.Path, "notes", "result.json"), "{}");

        Reports.Begin(folder.Artifacts, [("api", "smoke.yml")], Samples.Start, Options, kept: ["lxml"]);

        Assert.Equal(["api", "lxml", "notes"], Directory.EnumerateDirectories(folder.Artifacts.Path).Select(Path.GetFileName).Order());
        Assert.Equal(["api"], folder.Artifacts.CurrentSuites().Select(suite => suite.Name));
    }

    [Theory]
    [InlineData("index.json", "{\"name\": \"my site\"}")]
    [InlineData("report.html", "<p>thesis")]
    public void A_report_that_Harness_did_not_write_is_not_written_over(string name, string content)
    {
        Directory.CreateDirectory(folder.Artifacts.Path);
        var file = Path.Combine(folder.Artifacts.Path, name);
        File.WriteAllText(file, content);

        var exception = Assert.Throws<ArtifactsException>(() => Reports.Begin(folder.Artifacts, [("api", "smoke.yml")], Samples.Start, Options));

        Assert.Equal(($"{file} exists and was not written by Harness.", content), (exception.Fact, File.ReadAllText(file)));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder.Artifacts.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_of_an_older_version_goes_on_working(bool withIndex)
    {
        Finish([Samples.Passed]);
        File.Delete(Path.Combine(folder.Artifacts.Path, ".harness"));
        if (!withIndex)
            File.Delete(folder.Artifacts.Index);

        Finish([Samples.Passed]);

        Assert.True(File.Exists(Path.Combine(folder.Artifacts.Path, ".harness")));
    }

    [Fact]
    public void Without_an_index_every_suite_in_the_folder_is_reported()
    {
        Finish([Samples.TestFailed, Samples.Passed]);
        File.WriteAllText(folder.Artifacts.Index, "torn {");

        Assert.Equal(["api", "web"], Reports.Write(folder.Artifacts, Options).Select(result => result.Suite));
        Assert.Equal(["api", "web"], ArtifactsIndex.Read(folder.Artifacts.Index)!.Suites.Select(suite => suite.Suite));
    }

    [Fact]
    public void A_damaged_record_is_reported_as_a_suite_that_did_not_finish()
    {
        Finish([Samples.Passed, Samples.TestFailed, Samples.Once]);
        File.WriteAllText(folder.Artifacts.Suite("api").Result, "{\"suite\":");
        File.Delete(folder.Artifacts.Suite("web").Result);

        var results = Reports.Write(folder.Artifacts, Options);

        Assert.Equal([Verdict.Interrupted, Verdict.Interrupted, Verdict.Passed], results.Select(result => result.Verdict));
        Assert.Contains("cannot be read as a suite's record", results[0].Causes[0].Evidence[0].Text, StringComparison.Ordinal);
        Assert.Equal("web/result.json is missing", results[1].Causes[0].Evidence[0].Text);
        Assert.Equal(2, JUnitProfile.Check(folder.Artifacts.JUnit).Descendants("error").Count());
    }

    [Fact]
    public void A_record_behind_a_link_is_not_read()
    {
        Finish([Samples.Passed]);
        var elsewhere = Path.Combine(folder.Artifacts.Path, "..", "elsewhere.json");
        File.Move(folder.Artifacts.Suite("api").Result, elsewhere);
        File.CreateSymbolicLink(folder.Artifacts.Suite("api").Result, elsewhere);

        Assert.Equal(Verdict.Interrupted, Reports.Read(folder.Artifacts).Single().Verdict);
    }

    [Fact]
    public void Nothing_of_ours_is_touched_when_something_else_is_in_the_way()
    {
        Directory.CreateDirectory(folder.Artifacts.Suite("api").Path);
        File.WriteAllText(Path.Combine(folder.Artifacts.Suite("api").Path, "thesis.txt"), "precious");

        Assert.Throws<ArtifactsException>(() => Reports.Begin(folder.Artifacts, [("api", "smoke.yml")], Samples.Start, Options));

        Assert.False(File.Exists(folder.Artifacts.JUnit));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named_with_a_remedy()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Artifacts.Path)!);
        File.WriteAllText(folder.Artifacts.Path, "in the way");

        var exception = Assert.Throws<ArtifactsException>(() => Reports.Begin(folder.Artifacts, [("api", "smoke.yml")], Samples.Start, Options));

        Assert.Equal((folder.Artifacts.Path, "Name another folder with --output."), (exception.Path, exception.Remedy));
    }

    private void Finish(IReadOnlyList<SuiteResult> results)
    {
        Reports.Begin(folder.Artifacts, [.. results.Select(result => (result.Suite, result.File))], Samples.Start, Options);
        folder.Record(results);
        Reports.Write(folder.Artifacts, Options, durationSeconds: 40.1);
    }

    private string[] Contents() =>
        [.. new[] { folder.Artifacts.JUnit, folder.Artifacts.Summary, folder.Artifacts.Index, folder.Artifacts.Html }.Select(File.ReadAllText)];
}
