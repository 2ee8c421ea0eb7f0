using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility;

public sealed class RunSnapshotTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly SuiteFolder suite;

    public RunSnapshotTests()
    {
        suite = new ArtifactsFolder(scratch.Path).Suite("api");
        suite.Start();
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_snapshot_is_read_from_what_an_attempt_left_behind()
    {
        var snapshot = Attempt(1, "3.6", "11");

        Assert.Equal("3.6", snapshot.Inspected!["idna"].Version);
        Assert.Equal("3.6", snapshot.Frozen!["idna"].Version);
        Assert.Equal("aa3.6", snapshot.Archives!["idna"].Origin!.Sha256);
        Assert.Equal(new FileEntry("site/idna/core.py", 7, "11"), snapshot.Files!["site/idna/core.py"]);
        Assert.Equal(["install"], snapshot.Steps.Select(step => step.Name));
    }

    [Fact]
    public void An_attempt_that_left_nothing_behind_has_no_records()
    {
        var snapshot = RunSnapshot.Read(suite.Attempt(1, 1), Samples.Attempt(1, Outcome.Passed));

        Assert.Null(snapshot.Inspected);
        Assert.Null(snapshot.Frozen);
        Assert.Null(snapshot.Archives);
        Assert.Null(snapshot.Files);
    }

    [Fact]
    public void Half_a_manifest_is_none()
    {
        Attempt(1, "3.6", "11");
        File.AppendAllText(suite.Attempt(1, 1).Files, "{\"path\":\"site/torn");

        Assert.Null(RunSnapshot.Read(suite.Attempt(1, 1), Samples.Attempt(1, Outcome.Passed)).Files);
    }

    [Fact]
    public void Diffs_of_two_runs_are_written_for_people()
    {
        DiffFiles.Write(suite, Attempt(1, "3.6", "11"), Attempt(2, "3.7", "22"));

        Assert.Equal("--- run-1/freeze\n+++ run-2/freeze\n@@ -1 +1 @@\n-idna==3.6\n+idna==3.7\n", File.ReadAllText(suite.FreezeDiff));
        Assert.Equal(
            """
            # Benign differences are left out: bytecode 1.
            --- run-1/files
            +++ run-2/files
            @@ -1 +1 @@
            -site/idna/core.py  sha256:11 7 bytes  [payload]
            +site/idna/core.py  sha256:22 7 bytes  [payload]

            """,
            File.ReadAllText(suite.FilesDiff));
        Assert.Equal("", File.ReadAllText(suite.OutcomesDiff));
    }

    [Fact]
    public void Texts_that_were_built_are_compared_line_by_line()
    {
        static RunSnapshot With(string hash, string salt) => new()
        {
            Steps = Array.Empty<StepResult>(),
            Files = new Dictionary<string, FileEntry>
            {
                ["a.py"] = new("a.py", 9, hash, Built: true, Package: "never-alike", Text: $"x = 1\nSALT\t= \"{salt}\"\n\u001b[31mred\n"),
                ["same.py"] = new("same.py", 1, "11", Built: true, Package: "never-alike", Text: "same\n"),
            },
        };

        DiffFiles.Write(suite, With("11", "one"), With("22", "two"));

        Assert.Equal(
            """
            --- run-1/files
            +++ run-2/files
            @@ -1,2 +1,2 @@
            -a.py  sha256:11 9 bytes  [payload of never-alike]
            +a.py  sha256:22 9 bytes  [payload of never-alike]
             same.py  sha256:11 1 bytes
            --- run-1/a.py
            +++ run-2/a.py
            @@ -1,3 +1,3 @@
             x = 1
            -SALT	= "one"
            +SALT	= "two"
             \u001B[31mred

            """,
            File.ReadAllText(suite.FilesDiff));
    }

    [Fact]
    public void A_file_name_with_a_line_break_stays_on_one_line_of_the_diff()
    {
        static RunSnapshot With(string hash) => new()
        {
            Steps = Array.Empty<StepResult>(),
            Files = new Dictionary<string, FileEntry> { ["x"] = new("a\n+b\n::error::x", 1, hash) },
        };

        DiffFiles.Write(suite, With("11"), With("22"));

        Assert.Equal(5, File.ReadAllText(suite.FilesDiff).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Diffs_are_not_written_through_a_link()
    {
        Directory.CreateSymbolicLink(Path.Combine(suite.Path, "diff"), Directory.CreateDirectory(scratch.In("elsewhere")).FullName);

        Assert.Throws<ArtifactsException>(() => DiffFiles.Write(suite, Attempt(1, "3.6", "11"), Attempt(2, "3.6", "11")));
    }

    private RunSnapshot Attempt(int run, string version, string hash)
    {
        var folder = suite.Attempt(run, 1);
        folder.Create();
        File.WriteAllText(folder.Freeze, $"idna=={version}\n");
        File.WriteAllText(folder.Inspect, $$$"""{"version": "1", "installed": [{"metadata": {"name": "idna", "version": "{{{version}}}" } }]}""");
        File.WriteAllText(folder.InstallReport, $$$"""
            {"version": "1", "install": [{"metadata": {"name": "idna", "version": "{{{version}}}" },
             "download_info": {"url": "https://index/idna.whl", "archive_info": {"hashes": {"sha256": "aa{{{version}}}" } } } }]}
            """);
        File.WriteAllText(folder.Files, $$"""
            {"path":"site/idna/core.py","size":7,"sha256":"{{hash}}","mode":"0644"}
            {"path":"site/idna/__pycache__/core.cpython-311.pyc","size":9,"sha256":"ff{{hash}}"}

            """);
        return RunSnapshot.Read(folder, Samples.Attempt(1, Outcome.Passed, [Samples.Step("install", Outcome.Passed, 0)]));
    }
}
