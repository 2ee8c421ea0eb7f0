using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Reproducibility.Pip;

namespace Harness.Tests.Reproducibility;

public class ComparerTests
{
    private static readonly RunSnapshot Plain = Run();

    [Fact]
    public void Equal_runs_are_reproducible()
    {
        var comparison = Comparer.Compare(Plain, Run());

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
        Assert.Empty(comparison.Differences);
        Assert.Null(comparison.Unrecorded);
        Assert.Null(comparison.Omitted);
    }

    [Fact]
    public void Another_version_is_environment_drift()
    {
        var comparison = Comparer.Compare(Plain, Run(packages: [("idna", "3.7"), ("flask", "3.0")], archives: [("idna", "3.7", "bb"), ("flask", "3.0", "ff")]));

        Assert.Equal(ReproducibilityVerdict.EnvironmentDrift, comparison.Verdict);
        Assert.Equal([new Difference("version", "idna", "3.6", "3.7")], comparison.Differences);
    }

    [Fact]
    public void A_package_in_one_run_only_is_environment_drift()
    {
        var comparison = Comparer.Compare(Plain, Run(packages: [("flask", "3.0"), ("extra", "1.0")], archives: [("flask", "3.0", "ff")]));

        Assert.Equal(ReproducibilityVerdict.EnvironmentDrift, comparison.Verdict);
        Assert.Equal([new Difference("missing", "extra", null, "1.0"), new Difference("missing", "idna", "3.6", null)], comparison.Differences);
    }

    [Fact]
    public void Another_archive_of_the_same_version_is_environment_drift()
    {
        var comparison = Comparer.Compare(Plain, Run(archives: [("idna", "3.6", "bb"), ("flask", "3.0", "ff")]));

        Assert.Equal(ReproducibilityVerdict.EnvironmentDrift, comparison.Verdict);
        Assert.Equal([new Difference("archive", "idna", "idna-3.6.whl sha256:aa", "idna-3.6.whl sha256:bb")], comparison.Differences);
    }

    [Fact]
    public void The_same_archive_from_another_address_is_no_difference()
    {
        var moved = Plain with { Archives = Plain.Archives!.ToDictionary(pair => pair.Key, pair => pair.Value with { Origin = pair.Value.Origin! with { Url = "https://mirror/x.whl" } }) };

        Assert.Equal(ReproducibilityVerdict.Reproducible, Comparer.Compare(Plain, moved).Verdict);
    }

    [Fact]
    public void Another_commit_of_the_same_version_is_environment_drift()
    {
        static RunSnapshot At(string commit) => Run() with
        {
            Inspected = RunSnapshot.ByName([new InstalledPackage("r", "0.1", new PackageOrigin("https://example.com/r.git", Commit: commit))]),
        };

        var comparison = Comparer.Compare(At("aaaa"), At("bbbb"));

        Assert.Equal([new Difference("version", "r", "0.1 @ aaaa", "0.1 @ bbbb")], comparison.Differences);
    }

    [Fact]
    public void Other_contents_of_the_same_archives_are_content_drift()
    {
        var comparison = Comparer.Compare(Plain, Run(files: [("s/idna/core.py", "22"), ("s/new.so", "33")]));

        Assert.Equal(ReproducibilityVerdict.ContentDrift, comparison.Verdict);
        Assert.Equal(
            [
                new Difference("file", "s/idna/core.py", "sha256:11 2 bytes", "sha256:22 2 bytes", Rule: "payload"),
                new Difference("file", "s/new.so", null, "sha256:33 2 bytes", Rule: "payload"),
            ],
            comparison.Differences);
    }

    [Fact]
    public void A_link_that_points_elsewhere_is_content_drift()
    {
        static RunSnapshot To(string target) => Run() with { Files = new Dictionary<string, FileEntry> { ["bin/python"] = new("bin/python", Link: target) } };

        Assert.Equal(ReproducibilityVerdict.ContentDrift, Comparer.Compare(To("a"), To("b")).Verdict);
    }

    [Fact]
    public void Another_outcome_of_the_same_environment_is_outcome_drift()
    {
        var comparison = Comparer.Compare(Plain, Run(steps: [Step("install", Outcome.Passed, 0), Step("test:unit", Outcome.Failed, 1)]));

        Assert.Equal(ReproducibilityVerdict.OutcomeDrift, comparison.Verdict);
        Assert.Equal([new Difference("outcome", "test:unit", "passed, exit code 0", "failed, exit code 1")], comparison.Differences);
    }

    [Fact]
    public void Another_exit_code_or_signal_is_outcome_drift()
    {
        var comparison = Comparer.Compare(
            Run(steps: [Step("a", Outcome.Failed, 1), Step("b", Outcome.Failed, 137), Step("c", Outcome.TimedOut)]),
            Run(steps: [Step("a", Outcome.Failed, 2), Step("b", Outcome.Failed, 137) with { Signal = 9 }]));

        Assert.Equal(ReproducibilityVerdict.OutcomeDrift, comparison.Verdict);
        Assert.Equal(
            [
                new Difference("outcome", "a", "failed, exit code 1", "failed, exit code 2"),
                new Difference("outcome", "b", "failed, exit code 137", "failed, signal 9"),
                new Difference("outcome", "c", "timed-out", null),
            ],
            comparison.Differences);
    }

    [Fact]
    public void Other_expectations_that_were_missed_are_outcome_drift()
    {
        static RunSnapshot Missing(string unmet) => Run(steps: [Step("test:unit", Outcome.Failed, 0) with { Unmet = [unmet] }]);

        var comparison = Comparer.Compare(Missing("stdout does not match passed"), Missing("stderr matches Warning"));

        Assert.Equal(ReproducibilityVerdict.OutcomeDrift, comparison.Verdict);
        Assert.Equal("expectation", comparison.Differences.Single().Kind);
    }

    [Fact]
    public void Durations_and_resources_are_not_compared()
    {
        var slow = Run(steps: [.. Plain.Steps.Select(step => step with { DurationSeconds = 100, Resources = new ResourceUse { PeakMemoryBytes = 5 } })]);

        Assert.Equal(ReproducibilityVerdict.Reproducible, Comparer.Compare(Plain, slow).Verdict);
    }

    [Fact]
    public void The_environment_outranks_contents_and_contents_outrank_outcomes()
    {
        (string, string)[] files = [("s/idna/core.py", "22")];
        StepResult[] steps = [Step("install", Outcome.Failed, 1)];

        Assert.Equal(ReproducibilityVerdict.EnvironmentDrift, Comparer.Compare(Plain, Run(packages: [("idna", "3.7")], files: files, steps: steps)).Verdict);
        Assert.Equal(ReproducibilityVerdict.ContentDrift, Comparer.Compare(Plain, Run(files: files, steps: steps)).Verdict);
    }

    [Fact]
    public void Names_are_compared_in_their_normal_form()
    {
        var comparison = Comparer.Compare(Run(packages: [("Zope.Interface", "6.1")]), Run(packages: [("zope_interface", "6.1")]));

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
    }

    [Fact]
    public void Freezes_are_compared_where_there_is_no_inspection()
    {
        static RunSnapshot Frozen(string text) => Run() with { Inspected = null, Frozen = RunSnapshot.ByName(FreezeList.Parse(text)) };

        var comparison = Comparer.Compare(Frozen("idna==3.6"), Frozen("idna==3.7"));

        Assert.Equal([new Difference("version", "idna", "3.6", "3.7")], comparison.Differences);
    }

    [Fact]
    public void Runs_without_a_record_of_what_they_installed_are_not_called_reproducible()
    {
        var comparison = Comparer.Compare(Plain, new RunSnapshot { Steps = Plain.Steps });

        Assert.Equal(ReproducibilityVerdict.NotCompared, comparison.Verdict);
        Assert.Equal(["packages", "archives", "files"], comparison.Unrecorded);
    }

    [Fact]
    public void A_missing_manifest_is_said_and_is_no_drift()
    {
        var comparison = Comparer.Compare(Plain, Plain with { Files = null });

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
        Assert.Equal(["files"], comparison.Unrecorded);
    }

    [Fact]
    public void Too_many_differences_are_counted_and_the_grave_ones_are_listed()
    {
        var left = Run(files: [.. Enumerable.Range(0, 12_000).Select(number => ($"s/f{number}.py", "11"))]);
        var right = Run(packages: [("idna", "3.7")], files: [.. Enumerable.Range(0, 12_000).Select(number => ($"s/f{number}.py", "22"))]);

        var comparison = Comparer.Compare(left, right);

        Assert.Equal(10_000, comparison.Differences.Count);
        Assert.Equal(2_002, comparison.Omitted);
        Assert.Equal(["missing", "version"], comparison.Differences.Take(2).Select(difference => difference.Kind).Order());
    }

    private static RunSnapshot Run(
        (string Name, string Version)[]? packages = null,
        (string Name, string Version, string Hash)[]? archives = null,
        (string Path, string Hash)[]? files = null,
        StepResult[]? steps = null) => new()
        {
            Inspected = RunSnapshot.ByName((packages ?? [("idna", "3.6"), ("flask", "3.0")]).Select(package => new InstalledPackage(package.Name, package.Version))),
            Archives = (archives ?? [("idna", "3.6", "aa"), ("flask", "3.0", "ff")]).ToDictionary(
                item => item.Name,
                item => new PipReportItem(item.Name, item.Version, new PackageOrigin($"https://index/{item.Name}-{item.Version}.whl", item.Hash), true, false, false)),
            Files = (files ?? [("s/idna/core.py", "11")]).ToDictionary(file => file.Path, file => new FileEntry(file.Path, 2, file.Hash)),
            Steps = steps ?? [Step("install", Outcome.Passed, 0), Step("test:unit", Outcome.Passed, 0)],
        };

    private static StepResult Step(string name, Outcome outcome, int? exitCode = null) => new() { Name = name, Outcome = outcome, ExitCode = exitCode };
}
