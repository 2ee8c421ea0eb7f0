using Harness.Evidence;
using Harness.History;
using Harness.Reporting;
using Harness.Reporting.Html;
using Harness.Tests.Reporting;
using Harness.Tests.Reporting.Html;
using Harness.Tests.Support;

namespace Harness.Tests.History;

public sealed class HistoryReportTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private int night;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Records_are_counted_by_verdict_and_cause()
    {
        Night(Samples.Passed, Samples.Recovered);
        Night(Samples.Passed, Samples.LostForGood with { Suite = "flaky" });

        var report = Read();

        Assert.Equal(["api", "flaky"], report.Suites.Select(suite => suite.Suite));
        Assert.Equal((4, 0.75), (report.Totals.Records, report.Totals.SuccessRate!.Value));
        Assert.Equal([("passed", 3), ("infrastructure", 1)], report.Totals.Verdicts.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("engine-lost", 1)], report.Totals.Infrastructure.Select(pair => (pair.Key, pair.Value)));
        var flaky = report.Suites[1].Totals;
        Assert.Equal((3, 1, 0.3333), (flaky.Runs, flaky.Recovered, flaky.RecoveredRate!.Value));
    }

    [Fact]
    public void Seconds_to_kill_and_peaks_are_spread()
    {
        Night(Samples.MemoryLimit);
        Night(Samples.MemoryLimit with { Statistics = new(1, 0, 0, SecondsToKill: 9.2, StepsBeforeKill: 3) });

        var totals = Read().Totals;

        Assert.Equal(new Distribution(2, 3.2, 6.2, 9.2), totals.SecondsToKill);
        Assert.Equal(new Distribution(2, 1, 2, 3), totals.StepsBeforeKill);
        Assert.Equal(512 << 20, totals.PeakMemoryBytes!.Most);
    }

    [Fact]
    public void Spreads_are_told_by_their_median_and_one_value_by_itself()
    {
        Night(Samples.MemoryLimit);
        var one = HistoryText.Of(Read(), "out");
        Night(Samples.MemoryLimit with { Statistics = new(1, 0, 0, SecondsToKill: 9.2, StepsBeforeKill: 2) });
        var two = HistoryText.Of(Read(), "out");

        Assert.Contains("  time to kill       3.2 s (1 measured)\n  steps before kill  1 (1 measured)\n", one, StringComparison.Ordinal);
        Assert.Contains("  time to kill       median 6.2 s, 3.2 s to 9.2 s (2 measured)\n  steps before kill  median 1.5, 1 to 2 (2 measured)\n", two, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_fails_and_passes_in_one_record_is_flaky_and_one_that_only_fails_is_not()
    {
        Night(Tests([Outcome.Passed], [Outcome.Passed]));
        Night(Tests([Outcome.Failed], [Outcome.Passed]));
        Night(Tests([Outcome.Failed], [Outcome.Failed]));
        Night(Tests([Outcome.Failed, Outcome.Passed], [Outcome.Passed]));

        Assert.Equal(new TestHistory("unit", 4, 1, 2, 0.5), Assert.Single(Assert.Single(Read().Suites).Tests));
    }

    [Fact]
    public void What_fails_only_where_something_is_varied_is_not_flaky()
    {
        var record = Tests([Outcome.Passed], [Outcome.Failed]);
        Night(record with { Runs = [record.Runs[0], record.Runs[1] with { Varied = ["time-zone"] }] });

        Assert.Equal(0, Assert.Single(Assert.Single(Read().Suites).Tests).Flaky);
    }

    [Fact]
    public void Packages_that_drift_and_that_change_are_counted()
    {
        Night(With(Samples.Passed, "3.6"));
        Night(With(Samples.NotReproducible with { Suite = "api" }, "3.7"));
        Night(Samples.Passed); // tells nothing of packages
        Night(With(Samples.Passed, "3.7"));

        Assert.Equal(
            [new PackageHistory("extra", 1, 0, null), new PackageHistory("idna", 1, 1, "3.7")],
            Assert.Single(Read().Suites).Packages.OrderBy(package => package.Package));
    }

    [Fact]
    public void The_first_bad_record_names_what_changed_since_the_last_good_one()
    {
        Night(With(Samples.Passed, "3.6"));
        Night(With(Samples.TestFailed with { Suite = "api", Engine = new("docker", "28.0", "v2", false) }, "3.7"));
        Night(With(Samples.TestFailed with { Suite = "api" }, "3.7"));
        Night(With(Samples.Passed, "3.6"));

        var bad = Assert.Single(Assert.Single(Read().Suites).FirstBad);

        Assert.Equal(("night-2/api", "test-failed", "night-1/api"), (bad.Folder, bad.Cause, bad.LastGoodFolder));
        Assert.Equal(["engine docker 27.3.1 -> docker 28.0", "idna 3.6 -> 3.7"], bad.Changed);
        Assert.Equal(Samples.Start.AddDays(4), bad.GoodAgain);
    }

    [Fact]
    public void What_one_of_two_records_does_not_tell_has_not_changed()
    {
        Night(With(Samples.Passed, "3.6"));
        Night(Samples.Invalid with { Suite = "api" });

        Assert.Empty(Assert.Single(Assert.Single(Read().Suites).FirstBad).Changed);
    }

    [Fact]
    public void The_marks_of_the_first_and_the_last_record_are_whole()
    {
        Night(Samples.TestFailed);
        Night(Samples.Passed with { Suite = Samples.TestFailed.Suite });
        Night(Samples.TestFailed);

        var marks = HtmlProfile.Check(HtmlHistory.Of(Read())).Descendants("line").Select(line => line.Attribute("x1")!.Value);

        Assert.Equal(["5", "995"], marks);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_named_and_the_others_still_tell()
    {
        Night(Samples.Passed);
        var broken = scratch.Write("night-0/api/result.json", "{\"suite\": ");

        var report = Read();

        Assert.Equal((1, broken), (report.Totals.Records, Assert.Single(report.Unreadable)));
    }

    [Fact]
    public void Every_sample_makes_a_page_that_is_safe_and_readable()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            Night([.. Samples.All]);
        Night(Samples.Passed with { Suite = "<script>alert(1)</script>" });

        var page = HtmlProfile.Check(HtmlHistory.Of(Read()));

        Assert.Equal($"{Samples.All.Count + 1} suites, {(3 * Samples.All.Count) + 1} records", page.Descendants("h1").Single().Value);
    }

    private HistoryReport Read() => HistoryReport.Read([scratch.Path], TestContext.Current.CancellationToken);

    private void Night(params SuiteResult[] results)
    {
        night++;
        var artifacts = new ArtifactsFolder(scratch.In($"night-{night}"));
        foreach (var result in results)
        {
            var folder = artifacts.Suite(result.Suite);
            Directory.CreateDirectory(folder.Path);
            ResultFile.Write(folder, result with { StartedAt = Samples.Start.AddDays(night) });
        }
    }

    private static SuiteResult With(SuiteResult result, string idna) =>
        result with { Environment = new ResolvedEnvironment { Python = "3.11.9", Packages = [new("idna", idna)] } };

    private static SuiteResult Tests(Outcome[] first, Outcome[] second) => Samples.Suite("web", Verdict.Failed, [Of(1, first), Of(2, second)]);

    private static Run Of(int index, Outcome[] outcomes) => new(
        index, outcomes[^1], [.. outcomes.Select((outcome, place) => Samples.Attempt(place + 1, outcome, [Samples.Step("test:unit", outcome)]))]);
}
