using System.Xml.Linq;
using Harness.Evidence;
using Harness.Reporting.Html;
using Harness.Reproducibility;
using Harness.Reproducibility.Baselines;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting.Html;

public sealed class HtmlReportTests : IDisposable
{
    private readonly SampleFolder folder = new();

    public static TheoryData<string> Attacks => Attack.Names;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_verdict_and_the_first_cause_with_its_remedy_come_first()
    {
        var page = Page([Samples.MemoryLimit]);

        Assert.Equal("lxml: failed", page.Descendants("h1").Single().Value);
        var cause = page.Descendants("article").Single();
        Assert.Equal("HARN4001 memory-limit", cause.Element("h3")!.Value);
        Assert.Contains("Raise limits.memory above 512MiB", cause.Value, StringComparison.Ordinal);
        Assert.Contains("OOMKilled is false", cause.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_of_an_invalid_suite_is_open_with_its_line_and_in_no_doubt()
    {
        var page = Page([Samples.Invalid]);

        Assert.Equal(
            [("HARN1001 suite-invalid", "broken/smoke.yml(2,1)"), ("HARN1003 file-missing", "broken/smoke.yml(7,12)")],
            page.Descendants("article").Select(cause => (cause.Element("h3")!.Value, cause.Descendants("dd").First().Value)));
        Assert.DoesNotContain("possibly", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("100 %", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_tells_when_all_suites_began_and_how_long_they_took_together()
    {
        var index = new ArtifactsIndex { StartedAt = Samples.Start.AddSeconds(-2), DurationSeconds = 40.1 };

        Assert.StartsWith("2026-01-31 11:59:58 UTC · 40.1 s · ", Head([Samples.Passed, Samples.TestFailed], index), StringComparison.Ordinal);
        Assert.StartsWith("2026-01-31 12:00:00 UTC · junit.xml", Head([Samples.Passed, Samples.TestFailed], new()), StringComparison.Ordinal);
        Assert.StartsWith("2026-01-31 12:00:00 UTC · 24.4 s · ", Head([Samples.Passed], new()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_is_in_the_report_with_its_steps_and_logs()
    {
        var page = Page(Samples.All);

        var rows = page.Descendants("table").First(table => Class(table) == "overview").Element("tbody")!.Elements("tr").ToArray();
        Assert.Equal(Samples.All.Count, rows.Length);
        Assert.Equal("passed", Class(rows[^1])); // what needs a look stands on top
        Assert.Equal(Samples.All.Count, page.Descendants("section").Count(section => Class(section) == "suite"));
        Assert.Contains(page.Descendants("pre"), log => log.Value == "AssertionError\n");
    }

    [Fact]
    public void The_timeline_shows_memory_against_its_limit_and_the_kill()
    {
        var suite = Samples.MemoryLimit;
        Record([suite]);
        var start = suite.Runs[0].Attempts[0].StartedAt;
        var at = folder.Artifacts.Suite(suite.Suite).Attempt(1, 1);
        File.WriteAllLines(at.Resources, [
            Sample(start, 0.1, 50, 0), "{torn", Sample(start, 0.5, 500, 0), Sample(start, 0.7, 20, 1), "null", "{\"at\":1}"]);

        var figure = Check([suite]).Descendants("figure").First();

        Assert.Equal(["area", "curve"], figure.Descendants("path").Select(Class));
        Assert.Equal(["limit", "oom"], figure.Descendants("line").Select(Class));
        Assert.Equal("limit 512 MiB", figure.Elements("div").First().Element("span")!.Value);
        Assert.Contains("Memory over 11.9 s, scale 0 to 538 MiB; ", figure.Element("figcaption")!.Value, StringComparison.Ordinal);
        Assert.Contains("OOM kill at 0.7 s", figure.Element("figcaption")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peak_between_two_readings_is_in_the_chart_as_high_as_the_limit_that_it_reached()
    {
        var suite = Samples.MemoryLimit;
        var attempt = suite.Runs[0].Attempts[0];
        var killed = attempt.Steps[1] with { Resources = new() { PeakMemoryBytes = 512 << 20, MemoryLimitBytes = 512 << 20 } };
        suite = suite with { Runs = [suite.Runs[0] with { Attempts = [attempt with { Steps = [attempt.Steps[0], killed] }] }] };
        Record([suite]);
        File.WriteAllLines(folder.Artifacts.Suite(suite.Suite).Attempt(1, 1).Resources, [Sample(attempt.StartedAt, 0.1, 5, 0), Sample(attempt.StartedAt, 2.5, 6, 1)]);

        var figure = Check([suite]).Descendants("figure").First();

        var peak = figure.Descendants("path").First();
        Assert.Equal(("peak", "install peak 512 MiB"), (Class(peak), peak.Value));
        var limit = figure.Descendants("line").First(line => Class(line) == "limit").Attribute("y1")!.Value;
        Assert.Matches($"^M104[.]7 100V{limit}h104[.]7V100$", peak.Attribute("d")!.Value);
        Assert.Contains("a box rises to its step's peak, which may lie between the curve's readings", figure.Element("figcaption")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_steps_ended_as_those_of_an_earlier_one_is_closed_and_says_so()
    {
        var alike = Samples.TestFailed;
        var run = alike.Runs[1];
        var steps = run.Attempts[0].Steps;
        var unlike = alike with { Suite = "unlike", Runs = [alike.Runs[0], run with { Attempts = [run.Attempts[0] with { Steps = [.. steps.SkipLast(2), steps[^2] with { ExitCode = 3 }, steps[^1]] }] }] };

        var runs = Page([alike, unlike]).Descendants("details").Where(details => Class(details) == "run failed").ToArray();

        Assert.Equal([true, false, true, true], runs.Select(details => details.Attribute("open") is not null));
        Assert.EndsWith(", every step as in run 1", runs[1].Element("summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_leads_to_its_log_and_names_the_next_command()
    {
        var cause = Page([Samples.MemoryLimit]).Descendants("article").Single();

        Assert.Equal("lxml/run-1/attempt-1/02-install.stderr.log", cause.Descendants("a").Single().Attribute("href")!.Value);
        Assert.Equal("harness explain HARN4001; harness size smoke.yml", cause.Descendants("dd").Last().Value);
    }

    [Fact]
    public void Changes_since_the_baseline_are_a_table()
    {
        var page = Page([Samples.Passed with
        {
            Baseline = new(BaselineVerdict.Different, [new("package", "<b>idna", "3.6", null)]) { Folder = "green", Was = Verdict.Passed },
        }]);

        var table = page.Descendants("details").Single(details => details.Value.StartsWith("Since green (passed): different, 1 change", StringComparison.Ordinal));
        Assert.Equal(["package", "<b>idna", "3.6", "(none)"], table.Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void Ten_thousand_differences_stay_small_and_are_all_there_for_the_script()
    {
        var differences = Enumerable.Range(0, 10_000).Select(i => new Difference("file", $"site/package_{i % 97}/module_{i}.py", $"sha256:{i:x64} 120 bytes", $"sha256:{i + 1:x64} 121 bytes"));
        var suite = Samples.Passed with { Reproducibility = new(ReproducibilityVerdict.ContentDrift, [.. differences]) };

        var page = Page([suite]);

        Assert.Equal(100, page.Descendants("table").Single().Element("tbody")!.Elements("tr").Count());
        var rows = page.Descendants("script").Single(script => script.Attribute("data-rows") is not null);
        Assert.Equal("10000", rows.Attribute("data-all")!.Value);
        Assert.Equal(int.Parse(rows.Attribute("data-count")!.Value), System.Text.Json.JsonDocument.Parse(rows.Value).RootElement.GetArrayLength());
    }

    [Fact]
    public void Five_hundred_suites_stay_small_and_each_has_its_line()
    {
        var suites = Enumerable.Range(0, 500).Select(i => (i % 10 == 0 ? Samples.TestFailed : Samples.Passed) with { Suite = $"suite-{i}" }).ToArray();

        var page = Page(suites, stderr: string.Concat(Enumerable.Repeat("a line of a traceback that goes on and on\n", 3_000)));

        Assert.Equal(500, page.Descendants("table").First().Element("tbody")!.Elements("tr").Count());
        Assert.Equal(70, page.Descendants("section").Count(section => Class(section) == "suite"));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Whatever_is_printed_stays_text(string attack)
    {
        var text = Attack.Text(attack);
        var results = folder.Fill([Samples.TestFailed], stdout: text, stderr: text);

        Check(results);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Whatever_a_record_says_stays_text(string attack)
    {
        var text = Attack.Text(attack);

        Check([Hostile.Result(text.Length > 100_000 ? text[..100_000] : text), Samples.Passed]);
    }

    [Fact]
    public void No_suites_are_a_report_too() => Assert.Equal("No suites were run", Check([]).Descendants("h1").Single().Value);

    private static string Sample(DateTimeOffset start, double seconds, int mebibytes, int kills) =>
        $"{{\"at\":\"{start.AddSeconds(seconds):O}\",\"memoryBytes\":{(long)mebibytes << 20},\"oomKills\":{kills}}}";

    private string Head(IReadOnlyList<SuiteResult> suites, ArtifactsIndex index) =>
        Check(Record(suites), index).Descendants("header").Single().Descendants("p").Last().Value;

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private XElement Page(IReadOnlyList<SuiteResult> suites, string stderr = "AssertionError\n") => Check(Record(suites, stderr));

    private IReadOnlyList<SuiteResult> Record(IReadOnlyList<SuiteResult> suites, string stderr = "AssertionError\n") => folder.Fill(suites, stderr: stderr);

    private XElement Check(IReadOnlyList<SuiteResult> results, ArtifactsIndex? index = null) =>
        HtmlProfile.Check(HtmlReport.Of(results, folder.Artifacts, "artifacts/smoke", index ?? new()));
}
