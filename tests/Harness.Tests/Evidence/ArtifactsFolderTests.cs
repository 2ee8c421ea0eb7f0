using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Evidence;

public sealed class ArtifactsFolderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly ArtifactsFolder artifacts;

    public ArtifactsFolderTests() => artifacts = new ArtifactsFolder(scratch.In("smoke"));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Files_are_where_the_contract_says()
    {
        var suite = artifacts.Suite("api");
        var attempt = suite.Attempt(1, 2);

        string[] paths =
        [
            artifacts.JUnit, artifacts.Summary, artifacts.Index, suite.Result, suite.Journal,
            suite.FreezeDiff, suite.FilesDiff, suite.OutcomesDiff,
            attempt.Stdout(2, "install"), attempt.Stderr(2, "install"), attempt.Freeze, attempt.Inspect, attempt.InstallReport,
            attempt.Files, attempt.Resources, attempt.EngineEvents, attempt.Environment,
        ];

        Assert.Equal(
            [
                "junit.xml", "summary.md", "index.json", "api/result.json", "api/journal.jsonl",
                "api/diff/freeze.diff", "api/diff/files.diff", "api/diff/outcomes.diff",
                "api/run-1/attempt-2/02-install.stdout.log", "api/run-1/attempt-2/02-install.stderr.log",
                "api/run-1/attempt-2/freeze.txt", "api/run-1/attempt-2/inspect.json", "api/run-1/attempt-2/install-report.json",
                "api/run-1/attempt-2/files.jsonl", "api/run-1/attempt-2/resources.jsonl",
                "api/run-1/attempt-2/engine-events.jsonl", "api/run-1/attempt-2/environment.json",
            ],
            paths.Select(path => Path.GetRelativePath(artifacts.Path, path)));
    }

    [Theory]
    [InlineData("test:a/b", "05-test-a-b.stdout.log")]
    [InlineData("test:../../../etc/passwd", "05-test-..-..-..-etc-passwd.stdout.log")]
    [InlineData("test:\0\r\n\"<>|*?", "05-test----------.stdout.log")]
    [InlineData("../x", "05--.-x.stdout.log")]
    [InlineData("test:größe 😀", "05-test-gr--e---.stdout.log")]
    public void Step_names_become_file_names(string step, string expected)
    {
        var path = artifacts.Suite("api").Attempt(1, 1).Stdout(5, step);

        Assert.Equal(expected, Path.GetFileName(path));
        Assert.Equal(artifacts.Suite("api").Attempt(1, 1).Path, Path.GetDirectoryName(path));
    }

    [Fact]
    public void A_long_step_name_still_is_a_file_name()
    {
        var path = artifacts.Suite("api").Attempt(1, 1).Stdout(5, "test:" + new string('x', 10_000));

        Assert.InRange(Path.GetFileName(path).Length, 1, 120);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api.v2_beta-1")]
    public void Valid_suite_names_are_folder_names(string name) => Assert.Equal(name, artifacts.Suite(name).Name);

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("/etc")]
    [InlineData("a/b")]
    [InlineData("junit.xml")]
    [InlineData("index.json")]
    [InlineData("nul")]
    [InlineData("com1.x")]
    [InlineData("a.")]
    [InlineData("API")]
    [InlineData("a\0b")]
    public void Other_suite_names_get_a_safe_folder_of_their_own(string name)
    {
        var folder = artifacts.Suite(name);

        Assert.Matches("^([A-Za-z0-9][A-Za-z0-9._-]*-)?[0-9a-f]{8}$", folder.Name);
        Assert.Equal(artifacts.Path, Path.GetDirectoryName(folder.Path));
        Assert.NotEqual(folder.Name, artifacts.Suite(name + "x").Name);
    }

    [Fact]
    public void Suite_names_that_look_alike_when_made_safe_stay_apart() =>
        Assert.NotEqual(artifacts.Suite("a/b").Name, artifacts.Suite("a:b").Name);

    [Fact]
    public void Starting_again_deletes_what_the_last_invocation_left()
    {
        var suite = artifacts.Suite("api");
        suite.Start();
        suite.Attempt(1, 1).Create();
        File.WriteAllText(suite.Attempt(1, 1).Freeze, "idna==3.6");

        suite.Start();

        Assert.Equal([".harness"], Directory.EnumerateFileSystemEntries(suite.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Starting_leaves_other_suites_alone()
    {
        artifacts.Suite("api").Start();
        File.WriteAllText(artifacts.Suite("api").Result, "{}");

        artifacts.Suite("web").Start();

        Assert.True(File.Exists(artifacts.Suite("api").Result));
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_not_deleted()
    {
        var precious = scratch.Write("smoke/api/thesis.txt", "five years of work");

        var exception = Assert.Throws<ArtifactsException>(artifacts.Suite("api").Start);

        Assert.True(File.Exists(precious));
        Assert.Equal(
            $"{artifacts.Suite("api").Path} exists and was not written by Harness. Move it away, or name another folder with --output.",
            exception.Message);
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_not_deleted()
    {
        var precious = scratch.Write("smoke/api", "a file");

        Assert.Throws<ArtifactsException>(artifacts.Suite("api").Start);

        Assert.True(File.Exists(precious));
    }

    [Fact]
    public void A_suite_folder_that_is_a_link_is_refused()
    {
        var precious = scratch.Write("elsewhere/.harness", "even with a marker");
        Directory.CreateDirectory(artifacts.Path);
        Directory.CreateSymbolicLink(artifacts.Suite("api").Path, scratch.In("elsewhere"));

        var exception = Assert.Throws<ArtifactsException>(artifacts.Suite("api").Start);

        Assert.True(File.Exists(precious));
        Assert.Contains("is a link, and Harness does not write through links. Remove it.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_removes_links_and_not_what_they_point_to()
    {
        var precious = scratch.Write("elsewhere/thesis.txt", "five years of work");
        var suite = artifacts.Suite("api");
        suite.Start();
        Directory.CreateSymbolicLink(Path.Combine(suite.Path, "run-1"), scratch.In("elsewhere"));
        Directory.CreateDirectory(Path.Combine(suite.Path, "run-2"));
        Directory.CreateSymbolicLink(Path.Combine(suite.Path, "run-2", "attempt-1"), scratch.In("elsewhere"));
        File.CreateSymbolicLink(Path.Combine(suite.Path, "result.json"), precious);

        suite.Start();

        Assert.Equal("five years of work", File.ReadAllText(precious));
        Assert.Equal([".harness"], Directory.EnumerateFileSystemEntries(suite.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_attempt_is_not_created_through_a_link()
    {
        Directory.CreateDirectory(scratch.In("elsewhere"));
        var suite = artifacts.Suite("api");
        suite.Start();
        Directory.CreateSymbolicLink(Path.Combine(suite.Path, "run-1"), scratch.In("elsewhere"));

        Assert.Throws<ArtifactsException>(suite.Attempt(1, 1).Create);

        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.In("elsewhere")));
    }

    [Theory]
    [InlineData("../../secret.txt")]
    [InlineData("run-1/../../../secret.txt")]
    [InlineData("link/secret.txt")]
    [InlineData("link.txt")]
    [InlineData("missing.txt")]
    [InlineData("empty.txt")]
    [InlineData("run-1")]
    [InlineData("a\0b")]
    [InlineData("")]
    [InlineData(null)]
    public void Paths_in_records_lead_nowhere_else(string? path)
    {
        scratch.Write("secret.txt", "secret");
        var suite = artifacts.Suite("api");
        suite.Start();
        suite.Attempt(1, 1).Create();
        File.WriteAllText(Path.Combine(suite.Path, "empty.txt"), "");
        Directory.CreateSymbolicLink(Path.Combine(suite.Path, "link"), scratch.Path);
        File.CreateSymbolicLink(Path.Combine(suite.Path, "link.txt"), scratch.In("secret.txt"));

        Assert.Null(suite.Find(path));
        Assert.Null(suite.Find(scratch.In("secret.txt")));
    }

    [Fact]
    public void Paths_in_records_lead_to_the_files_of_the_suite()
    {
        var suite = artifacts.Suite("api");
        suite.Start();
        var attempt = suite.Attempt(1, 1);
        attempt.Create();
        File.WriteAllText(attempt.Stdout(1, "sanity"), "Python 3.11.9");

        var relative = suite.Relative(attempt.Stdout(1, "sanity"));

        Assert.Equal("run-1/attempt-1/01-sanity.stdout.log", relative);
        Assert.Equal(attempt.Stdout(1, "sanity"), suite.Find(relative));
    }

    [Fact]
    public void Suites_are_found_by_their_records()
    {
        artifacts.Suite("web").Start();
        artifacts.Suite("api").Start();
        artifacts.Suite("empty").Start();
        File.WriteAllText(artifacts.Suite("web").Result, "{}");
        File.WriteAllText(artifacts.Suite("api").Result, "{}");
        Directory.CreateSymbolicLink(Path.Combine(artifacts.Path, "linked"), artifacts.Suite("api").Path);

        Assert.Equal(["api", "web"], artifacts.FindSuites().Select(suite => suite.Name));
        Assert.Empty(new ArtifactsFolder(scratch.In("nowhere")).FindSuites());
    }
}
