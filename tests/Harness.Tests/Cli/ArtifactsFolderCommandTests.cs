using Harness.Diagnosis;
using Harness.Doctor;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>Which folders the command writes to and reads, as a process; no engine is needed.</summary>
public sealed class ArtifactsFolderCommandTests : IDisposable
{
    private const string Broken = "name: x\nimage: python:3.11\ntest: []\n";
    private const string NoEngine = "unix:///nonexistent/no.sock";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_report_of_a_folder_without_records_is_refused_and_writes_nothing()
    {
        folder.Write("mine/notes.txt", "");

        var (code, output, error) = await HarnessAsync("report", "mine");

        Assert.Equal((2, "", "harness: error: 'mine' contains no suite's record. Name the folder that harness run wrote.\n"), (code, output, error));
        Assert.Equal([folder.In("mine", "notes.txt")], Directory.EnumerateFileSystemEntries(folder.In("mine")));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_output_that_is_somebody_elses_is_refused_with_its_code()
    {
        folder.Write("smoke.yml", Broken);
        folder.Write("site/index.json", "{}");

        var (code, _, error) = await HarnessAsync("run", "--output", "site");

        Assert.Equal(2, code);
        Assert.StartsWith($"harness: error HARN1009: {folder.In("site", "index.json")} exists and was not written by Harness. Move it away,", error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("wheels")]
    [InlineData("wheels/out")]
    public async Task An_output_among_the_wheels_is_refused(string output)
    {
        Directory.CreateDirectory(folder.In("wheels"));
        Suite("a", "imports", "python: {wheelhouse: wheels}\n");

        var (code, _, error) = await HarnessAsync("run", "--output", output);

        Assert.Equal(2, code);
        Assert.Contains($"{output}: error HARN1009: The artifacts folder lies in {folder.In("wheels")}, from which a suite installs.", error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.In("wheels")));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("a", false, 2)]
    [InlineData("a", true, 4)] // since a version that allowed it
    [InlineData("beside", false, 4)]
    public async Task An_output_among_a_suites_sources_is_refused_and_one_beside_other_files_is_not(string output, bool marked, int expected)
    {
        Suite("a", "imports");
        folder.Write("a/test_it.py", "");
        folder.Write("beside/notes.txt", "");
        if (marked)
            folder.Write("a/.harness", "");

        var (code, _, error) = await HarnessAsync("run", "--output", output);

        Assert.Equal(expected, code);
        Assert.Equal(expected == 2, error.Contains("a: error HARN1009: The artifacts folder is that of a/smoke.yml: reports would lie among the suite's own files.", StringComparison.Ordinal));
        Assert.Equal(expected != 2, File.Exists(folder.In(output, "report.html")));
        Assert.True(File.Exists(folder.In("a", "test_it.py")));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_filter_that_matches_nothing_anywhere_is_an_error_and_leaves_the_evidence_as_it_is()
    {
        Suite("a", "imports");
        await HarnessAsync("run", "--output", "out");
        var before = await File.ReadAllTextAsync(folder.In("out", "a", "result.json"), TestContext.Current.CancellationToken);

        var (code, _, error) = await HarnessAsync("run", "--output", "out", "--filter", "typo");

        Assert.Equal(2, code);
        Assert.Contains("--filter: error HARN1008: No test of any suite matches the filter 'typo'.", error);
        Assert.Equal(before, await File.ReadAllTextAsync(folder.In("out", "a", "result.json"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_suite_without_a_test_that_matches_the_filter_is_left_out_with_a_note()
    {
        Suite("a", "imports");
        Suite("b", "unit");

        var (code, output, error) = await HarnessAsync("run", "--output", "out", "--filter", "uni");

        Assert.Equal(4, code); // b got as far as looking for an engine
        Assert.Contains("No test of a matches the filter; the suite is left out.", error);
        Assert.DoesNotContain("a:", output.Split('\n').Select(line => line[..Math.Min(2, line.Length)]));
        Assert.False(Directory.Exists(folder.In("out", "a")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_tells_of_the_suites_of_the_last_run_only()
    {
        folder.Write("smoke.yml", Broken);
        await HarnessAsync("run", "smoke.yml", "--output", "out");
        File.Delete(folder.In("smoke.yml"));
        Suite("a", "imports");
        await HarnessAsync("run", "--output", "out");

        var (code, output, _) = await HarnessAsync("explain", "out");

        Assert.Equal(0, code);
        Assert.StartsWith("a: infrastructure", output, StringComparison.Ordinal);
        Assert.DoesNotContain("smoke:", output);
        Assert.False(Directory.Exists(folder.In("out", "smoke")));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("4001", 0, "HARN4001 memory-limit", "")]
    [InlineData("memroy-limit", 2, "", "'memroy-limit' is neither a folder nor a cause. Did you mean memory-limit?")]
    [InlineData("memory", 2, "", "'memory' is neither a folder nor a cause. Did you mean memory-low, memory-limit, memory-host or memory-error?")]
    [InlineData("HARN9999", 2, "", "'HARN9999' is neither a folder nor a cause. 'harness explain' lists all codes and names.")]
    [InlineData("something else", 2, "", "'something else' is neither a folder nor a cause. 'harness explain' lists all codes and names.")]
    public async Task Explain_knows_digits_and_near_names(string wanted, int expected, string begins, string complaint)
    {
        var (code, output, error) = await HarnessAsync("explain", wanted);

        Assert.Equal(expected, code);
        Assert.StartsWith(begins, output, StringComparison.Ordinal);
        Assert.Contains(complaint, error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_of_nothing_lists_every_code()
    {
        var (code, output, _) = await HarnessAsync("explain");

        Assert.Equal(0, code);
        Assert.StartsWith("HARN1001  suite-invalid ", output, StringComparison.Ordinal);
        var column = output.IndexOf("The suite file", StringComparison.Ordinal);
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(' ', line[column - 1]));
        Assert.Equal(CauseCatalog.All.Count + DoctorCatalog.All.Count, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_sends_nobody_on_before_a_build_may_write()
    {
        folder.Write("requirements.txt", "-e .\n");
        folder.Write("pyproject.toml", "[project]\nname = \"x\"\n");

        var (code, output, _) = await HarnessAsync("init");

        Assert.Equal(0, code);
        Assert.Contains("\nnote: requirements.txt(1): building . writes into it", output, StringComparison.Ordinal);
        Assert.EndsWith("\nNext: what the note on building says, then harness lint, then harness run\n", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_says_what_it_found_and_what_it_left_out()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("pyproject.toml", "[project]\ndependencies = [\"idna\"]\n");
        Directory.CreateDirectory(folder.In("wheels"));
        Directory.CreateDirectory(folder.In("tests"));

        var (code, output, error) = await HarnessAsync("init");

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith(
            """
            found requirements.txt: what is installed
            found pyproject.toml: left out, requirements.txt says what is installed
            found wheels: what is installed comes from here alone, without an index
            found tests: left out, pytest is not among what is installed
            wrote ./smoke.yml

            """,
            output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_prints_the_schema_for_editors_and_writes_nothing()
    {
        var (code, output, error) = await HarnessAsync("init", "--schema");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "eng/schema/smoke.schema.json"), TestContext.Current.CancellationToken), output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_writes_nothing_that_is_no_suite()
    {
        folder.Write("requirements.txt", "flask\n");

        var (code, _, error) = await HarnessAsync("init", "--name", "Bad/Name");

        Assert.Equal(2, code);
        Assert.StartsWith("harness: error HARN1008: A suite cannot be named 'Bad/Name'.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.In("smoke.yml")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_of_a_folder_that_is_not_there_says_so()
    {
        var (code, _, error) = await HarnessAsync("init", "nowhere");

        Assert.Equal((2, "harness: error HARN1003: There is no folder 'nowhere'. Create it, or name another.\n"), (code, error));
    }

    private void Suite(string name, string test, string keys = "") => folder.Write(
        keys.Length > 0 ? "smoke.yml" : $"{name}/smoke.yml", // beside what the keys name
        $"schema: 1\nname: {name}\nimage: python@sha256:{new string('0', 64)}\n{keys}tests:\n  - {{name: {test}, run: [\"true\"]}}\n");

    private Task<(int Code, string Output, string Error)> HarnessAsync(params string[] arguments) =>
        HarnessProcess.RunAsync(folder.Path, new Dictionary<string, string?> { ["DOCKER_HOST"] = NoEngine, ["HARNESS_FILTER"] = null }, arguments);
}
