using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Reproducibility.Baselines;
using Harness.Suites;
using Harness.Tests.Reporting;

namespace Harness.Tests.Reproducibility.Baselines;

public sealed class BaselineComparerTests
{
    private static readonly ResolvedEnvironment Environment = new()
    {
        Python = "3.11.9",
        Implementation = "CPython",
        Pip = "24.0",
        Machine = "x86_64",
        Libc = "glibc 2.36",
        Packages = [new("flask", "3.0", "flask-3.0-py3-none-any.whl", "ff"), new("idna", "3.6", "idna-3.6-py3-none-any.whl", "aa")],
    };

    private static readonly SuiteResult Green = Samples.Passed with
    {
        Engine = new EngineEvidence("docker", "27.3.1", "v2", false, "6.1.0-18", "overlay2"),
        Environment = Environment,
        Limits = new SuiteLimits(),
    };

    [Fact]
    public void Equal_records_are_the_same()
    {
        var comparison = Compare(Green, Green);

        Assert.Equal(BaselineVerdict.Same, comparison.Verdict);
        Assert.Equal((Samples.Start, Verdict.Passed), (comparison.StartedAt, comparison.Was));
        Assert.Equal(["files"], comparison.Unrecorded);
    }

    public static TheoryData<string, SuiteResult, Change> Changed => new()
    {
        { "name", Green with { Suite = "web" }, new("suite", "", "api", "web") },
        { "digest", Green with { Image = Green.Image! with { Digest = "sha256:9999" } }, new("image", "", "sha256:8fb0", "sha256:9999") },
        { "image without digest", Green with { Image = Green.Image! with { Digest = null, Id = "sha256:77" } }, new("image", "", "sha256:65a6", "sha256:77") },
        { "platform", Green with { Image = Green.Image! with { Platform = "linux/arm64" } }, new("image", "platform", "linux/amd64", "linux/arm64") },
        { "python", Green with { Environment = Environment with { Python = "3.11.10" } }, new("python", "", "3.11.9", "3.11.10") },
        { "libc", Green with { Environment = Environment with { Libc = "musl" } }, new("python", "libc", "glibc 2.36", "musl") },
        { "pip", Green with { Environment = Environment with { Pip = "24.1" } }, new("pip", "", "24.0", "24.1") },
        { "version", With(new("flask", "3.0", null, "ff"), new("idna", "3.7", null, "bb")), new("package", "idna", "3.6", "3.7") },
        { "removed", With(new ResolvedPackage("flask", "3.0", null, "ff")), new("package", "idna", "3.6", null) },
        { "added", With([.. Environment.Packages!, new("six", "1.0")]), new("package", "six", null, "1.0") },
        { "hash", With(Environment.Packages![0], new("idna", "3.6", "idna-3.6-py3-none-any.whl", "bb")), new("archive", "idna", "sha256:aa", "sha256:bb") },
        { "engine", Green with { Engine = Green.Engine! with { Version = "28.0" } }, new("engine", "version", "27.3.1", "28.0") },
        { "kernel", Green with { Engine = Green.Engine! with { Kernel = "6.1.0-20" } }, new("kernel", "", "6.1.0-18", "6.1.0-20") },
        { "limit", Green with { Limits = new SuiteLimits { MemoryBytes = 512 << 20 } }, new("limit", "memory", "1GiB", "512MiB") },
        { "cpus", Green with { Limits = new SuiteLimits { Cpus = 1.5 } }, new("limit", "cpus", "all", "1.5") },
    };

    [Theory]
    [MemberData(nameof(Changed), DisableDiscoveryEnumeration = true)]
    public void A_change_is_named_with_what_it_was_and_is(string what, SuiteResult after, Change expected)
    {
        var comparison = Compare(Green, after);

        Assert.True(comparison.Verdict == BaselineVerdict.Different, what);
        Assert.Equal([expected], comparison.Changes);
    }

    [Fact]
    public void An_archive_of_another_name_and_the_same_hash_is_the_same() =>
        Assert.Equal(
            BaselineVerdict.Same,
            Compare(Green, With(Environment.Packages![0], new("idna", "3.6", "renamed.whl", "aa"))).Verdict);

    [Fact]
    public void A_red_run_after_a_green_one_names_the_step_and_the_cause()
    {
        var red = Samples.TestFailed with { Suite = "api", Engine = Green.Engine };

        var comparison = Compare(Green, red);

        Assert.Equal(
            [
                new("outcome", "test:imports", "passed, exit code 0", null),
                new("outcome", "test:unit", null, "failed, exit code 1"),
                new("outcome", "test:e2e", null, "skipped"),
                new("verdict", "", "passed", "failed (test-failed)"),
            ],
            comparison.Changes);
        Assert.Contains("packages", comparison.Unrecorded!);
    }

    [Fact]
    public void Runs_that_disagree_are_an_outcome_of_their_own()
    {
        var flaky = Green with
        {
            Runs = [Green.Runs[0], new Run(2, Outcome.Failed, [Samples.Attempt(1, Outcome.Failed, [Samples.Step("test:imports", Outcome.Failed, 1)])])],
        };

        var change = Compare(Green, flaky).Changes.Single(change => change.Subject == "test:imports");

        Assert.Equal("passed, exit code 0 | failed, exit code 1", change.After);
    }

    [Fact]
    public void Other_contents_of_the_same_archives_are_listed_without_the_benign_ones()
    {
        var comparison = BaselineComparer.Compare(
            new(Green, Files(("idna/core.py", "11"), ("idna/__pycache__/core.cpython-311.pyc", "22"))),
            new(Green, Files(("idna/core.py", "12"), ("idna/__pycache__/core.cpython-311.pyc", "23"))));

        Assert.Equal([new Change("file", "idna/core.py", "sha256:11 1 bytes", "sha256:12 1 bytes")], comparison.Changes);
        Assert.Null(comparison.Unrecorded);
    }

    [Fact]
    public void Files_of_another_version_are_not_listed_besides_the_version()
    {
        var comparison = BaselineComparer.Compare(
            new(Green, Files(("idna/core.py", "11"))),
            new(With(Environment.Packages![0], new("idna", "3.7", null, "bb")), Files(("idna/core.py", "12"))));

        Assert.Equal("package", Assert.Single(comparison.Changes).Area);
    }

    [Fact]
    public void Many_changed_files_are_counted()
    {
        static (string, string)[] Many(string hash) => [.. Enumerable.Range(0, 60).Select(number => ($"f{number:00}.py", hash))];

        var comparison = BaselineComparer.Compare(new(Green, Files(Many("1"))), new(Green, Files(Many("2"))));

        Assert.Equal((50, 10), (comparison.Changes.Count, comparison.Omitted));
    }

    [Theory]
    [InlineData(10, 14.9, false)]
    [InlineData(10, 15.1, true)]
    [InlineData(20, 10, true)]
    [InlineData(0.1, 1.0, false)]
    public void A_duration_decides_nothing_and_is_notable_beyond_the_usual(double before, double after, bool notable)
    {
        static SuiteResult Lasting(double seconds) => Green with
        {
            Runs = [new Run(1, Outcome.Passed, [Samples.Attempt(1, Outcome.Passed, [Samples.Step("install", Outcome.Passed, 0) with { DurationSeconds = seconds }])])],
        };

        var comparison = Compare(Lasting(before), Lasting(after));

        Assert.Equal(BaselineVerdict.Same, comparison.Verdict);
        Assert.Contains(new Measurement("duration", "install", before, after, notable), comparison.Measurements);
    }

    [Fact]
    public void Peak_memory_is_put_side_by_side()
    {
        var hungry = Green with
        {
            Runs = [new Run(1, Outcome.Passed, [Green.Runs[0].Attempts[0] with { Resources = new ResourceUse { PeakMemoryBytes = 200 << 20 } }])],
        };

        Assert.Contains(new Measurement("peak-memory", "run", 101 << 20, 200 << 20, Notable: true), Compare(Green, hungry).Measurements);
    }

    [Fact]
    public void Ignored_areas_decide_nothing()
    {
        var elsewhere = Green with { Engine = Green.Engine! with { Kernel = "6.5", Kind = "podman" } };

        Assert.Equal(BaselineVerdict.Same, BaselineComparer.Compare(new(Green, null), new(elsewhere, null), ["kernel", "engine"]).Verdict);
    }

    private static BaselineComparison Compare(SuiteResult before, SuiteResult after) => BaselineComparer.Compare(new(before, null), new(after, null));

    private static SuiteResult With(params ResolvedPackage[] packages) => Green with { Environment = Environment with { Packages = packages } };

    private static Dictionary<string, FileEntry> Files(params (string Path, string Hash)[] files) =>
        files.Append(("idna/core.py", "11")).DistinctBy(file => file.Item1).ToDictionary(file => file.Item1, file => new FileEntry(file.Item1, 1, file.Item2));
}
