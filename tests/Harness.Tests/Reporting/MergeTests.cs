using Harness.Evidence;
using Harness.Reporting;
using Harness.Tests.Reporting.JUnit;

namespace Harness.Tests.Reporting;

public sealed class MergeTests : IDisposable
{
    private readonly SampleFolder first = new();
    private readonly SampleFolder second = new();
    private readonly SampleFolder joined = new();

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        joined.Dispose();
    }

    [Fact]
    public void The_reports_of_the_joined_folder_are_those_of_all_suites()
    {
        first.Record([Samples.Passed]);
        second.Record([Samples.TestFailed, Samples.MemoryLimit]);

        var results = Reports.Merge([first.Artifacts, second.Artifacts], joined.Artifacts);

        Assert.Equal(["api", "lxml", "web"], results.Select(result => result.Suite));
        Assert.Equal(["api", "lxml", "web"], Reports.Read(joined.Artifacts).Select(result => result.Suite));
        Assert.Equal(Verdict.Failed, ArtifactsIndex.Read(joined.Artifacts.Index)!.Verdict);
        Assert.Contains(joined.Artifacts.Path, JUnitProfile.Check(joined.Artifacts.JUnit).ToString(), StringComparison.Ordinal);
        Assert.NotNull(joined.Artifacts.Suite("web").Find(results[2].Runs[0].Attempts[0].Steps[3].Stderr));
    }

    [Fact]
    public void A_suite_that_is_there_twice_is_refused_before_anything_is_written()
    {
        first.Record([Samples.Passed]);
        second.Record([Samples.Passed]);

        var error = Assert.Throws<ArtifactsException>(() => Reports.Merge([first.Artifacts, second.Artifacts], joined.Artifacts));

        Assert.StartsWith($"The suite 'api' is in {first.Artifacts.Path} and in {second.Artifacts.Path}.", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(joined.Artifacts.Path));
    }

    [Fact]
    public void A_folder_that_is_named_twice_is_no_second_shard()
    {
        first.Record([Samples.Passed]);

        var error = Assert.Throws<ArtifactsException>(() => Reports.Merge([first.Artifacts, new(first.Artifacts.Path + "/")], joined.Artifacts));

        Assert.Equal($"The folder {first.Artifacts.Path} is named twice. Name each folder once.", error.Message);
    }

    [Theory]
    [InlineData("/proc/harness/smoke", "nothing can be made in /proc")]
    [InlineData("/etc/hostname/smoke", "/etc/hostname is a file")]
    public void A_folder_that_cannot_be_made_says_why_in_words_of_the_users(string path, string why)
    {
        var error = Assert.Throws<ArtifactsException>(new ArtifactsFolder(path).Claim);

        Assert.Equal($"The artifacts folder {path} cannot be made: {why}. Name another folder with --output.", error.Message);
    }

    [Fact]
    public void A_folder_without_records_and_a_target_among_the_sources_are_refused()
    {
        first.Record([Samples.Passed]);

        Assert.Contains("has no records", Assert.Throws<ArtifactsException>(() => Reports.Merge([second.Artifacts], joined.Artifacts)).Message, StringComparison.Ordinal);
        Assert.Contains("--output", Assert.Throws<ArtifactsException>(() => Reports.Merge([first.Artifacts], first.Artifacts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_not_followed_into_the_joined_folder()
    {
        first.Record([Samples.Passed]);
        File.CreateSymbolicLink(Path.Combine(first.Artifacts.Suite("api").Path, "passwords"), "/etc/passwd");

        Reports.Merge([first.Artifacts], joined.Artifacts);

        Assert.False(Path.Exists(Path.Combine(joined.Artifacts.Suite("api").Path, "passwords")));
    }
}
