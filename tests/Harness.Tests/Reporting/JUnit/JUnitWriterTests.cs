using System.Xml.Linq;
using Harness.Evidence;
using Harness.Reporting.JUnit;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting.JUnit;

public sealed class JUnitWriterTests : IDisposable
{
    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => [.. Samples.All.Select(sample => sample.Suite)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_report_of_every_sample_is_as_expected(string name)
    {
        var results = folder.Fill([Samples.All.Single(sample => sample.Suite == name)], stderr: "Traceback\nAssertionError: 1 != 2\n");

        var report = Write(results);

        Snapshot.Match($"Reporting/JUnit/Snapshots/{name}.xml", folder.Neutral(File.ReadAllText(folder.Artifacts.JUnit)));
        Assert.NotNull(report);
    }

    [Fact]
    public void A_report_of_everything_together_fits_the_profile()
    {
        var report = Write(folder.Fill(Samples.All, stderr: "oh\n"));

        Assert.Equal(
            ["api / run 1", "api / run 2", "api / reproducibility"],
            report.Root!.Elements().Take(3).Select(suite => suite.Attribute("name")!.Value));
    }

    [Fact]
    public void A_verdict_other_than_passed_always_shows_as_failure_or_error()
    {
        foreach (var result in Samples.All)
        {
            foreach (var verdict in Enum.GetValues<Verdict>())
            {
                var report = Write(folder.Fill([result with { Verdict = verdict }]));
                var faults = report.Descendants("failure").Count() + report.Descendants("error").Count();

                Assert.True(verdict is Verdict.Passed || faults > 0, $"{result.Suite} as {verdict}");
            }
        }
    }

    [Fact]
    public void Runs_that_were_interrupted_are_skipped_by_the_comparison()
    {
        var interrupted = Samples.Suite("cut", Verdict.Interrupted, [new(1, Outcome.Interrupted, [Samples.Attempt(1, Outcome.Interrupted)]), new(2, Outcome.Interrupted, [Samples.Attempt(1, Outcome.Interrupted)])]);

        var compared = Write(folder.Fill([interrupted])).Root!.Elements().Single(suite => suite.Attribute("name")!.Value == "cut / reproducibility");

        Assert.Empty(compared.Descendants("failure"));
        Assert.Equal(3, compared.Descendants("skipped").Count(skipped => skipped.Attribute("message")!.Value == "not compared: interrupted"));
    }

    [Fact]
    public void A_suite_that_passed_has_neither()
    {
        var report = Write(folder.Fill([Samples.Passed, Samples.Recovered, Samples.Once]));

        Assert.Empty(report.Descendants("failure"));
        Assert.Empty(report.Descendants("error"));
    }

    [Fact]
    public void No_suites_at_all_are_an_error()
    {
        var report = Write([]);

        Assert.Equal("no-suites", Assert.Single(report.Descendants("error")).Attribute("type")!.Value);
    }

    [Fact]
    public void A_run_without_attempts_and_an_attempt_without_steps_are_errors()
    {
        var none = Samples.Suite("none", Verdict.Passed, [new Run(1, Outcome.Passed, [])]);
        var bare = Samples.Suite("bare", Verdict.Passed, [new Run(1, Outcome.Passed, [Samples.Attempt(1, Outcome.Passed)])]);

        var report = Write(folder.Fill([none, bare]));

        Assert.Equal(2, report.Descendants("error").Count());
    }

    [Fact]
    public void Infrastructure_is_an_error_and_a_test_is_a_failure()
    {
        var report = Write(folder.Fill([Samples.TestFailed, Samples.LostForGood, Samples.ImageNotFound, Samples.Invalid, Samples.Unfinished]));

        Assert.Equal(["web / run 1", "web / run 2"], report.Descendants("failure").Select(Suite).Distinct());
        Assert.Equal(["lost / run 1", "image", "broken", "late"], report.Descendants("error").Select(Suite).Distinct());
    }

    [Fact]
    public void Retries_are_one_testcase()
    {
        var report = Write(folder.Fill([Samples.Recovered]));
        var cases = report.Root!.Elements().First().Elements("testcase").ToArray();

        Assert.Equal(["sanity", "install", "freeze", "test:imports"], cases.Select(testcase => testcase.Attribute("name")!.Value));
        Assert.Equal(
            ["attempt 1: HARN2004: the engine went away before the container started"],
            cases[0].Elements("flakyFailure").Select(flaky => flaky.Attribute("message")!.Value));
        Assert.Equal(
            ["attempt 2: HARN2004: the engine went away while install ran"],
            cases[1].Elements("flakyFailure").Select(flaky => flaky.Attribute("message")!.Value));
    }

    [Fact]
    public void Attachments_can_be_relative()
    {
        Write(folder.Fill([Samples.TestFailed], stderr: "oh\n"), new JUnitOptions { AttachmentsRelativeTo = Path.GetDirectoryName(folder.Artifacts.Path) });

        Assert.Contains(
            "[[ATTACHMENT|smoke/web/run-1/attempt-1/04-test-unit.stderr.log]]\n[[ATTACHMENT|smoke/web/run-1/attempt-1/04-test-unit.stdout.log]]\n",
            File.ReadAllText(folder.Artifacts.JUnit),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_outside_the_folder_are_not_read_whatever_the_record_says()
    {
        var secret = Path.Combine(folder.Artifacts.Path, "..", "secret.txt");
        var results = folder.Fill([Samples.TestFailed]);
        File.WriteAllText(secret, "top secret");
        var forged = results[0] with
        {
            Runs = [.. results[0].Runs.Select(run => run with
            {
                Attempts = [.. run.Attempts.Select(attempt => attempt with
                {
                    Steps = [.. attempt.Steps.Select(step => step with { Stdout = "../../secret.txt", Stderr = Path.GetFullPath(secret) })],
                })],
            })],
        };

        var report = Write([forged]);

        Assert.DoesNotContain("secret", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void Whatever_is_printed_the_report_fits_the_profile(string attack)
    {
        var text = Attack.Text(attack);
        var report = Write(folder.Fill([Samples.TestFailed, Samples.Passed], stdout: text, stderr: text));

        Assert.Equal(["web / run 1", "web / run 2"], report.Descendants("failure").Select(Suite));
    }

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void Whatever_a_record_says_the_report_fits_the_profile(string attack)
    {
        var text = Attack.Text(attack);
        var result = Hostile.Result(text);

        Write([result, result with { Runs = [] }]);
    }

    [Fact]
    public void Colours_are_gone_and_other_controls_are_shown()
    {
        Write(folder.Fill([Samples.TestFailed], stderr: "\x1b[1;31mred\x1b[0m bell \a nul \0 smile \U0001F600 left \u202e\n"));

        var text = File.ReadAllText(folder.Artifacts.JUnit);

        Assert.Contains(@"red bell \x07 nul \x00", text, StringComparison.Ordinal);
        Assert.Contains("smile \U0001F600 left \\u202e", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_many_failures_with_long_logs_stays_small()
    {
        var steps = Enumerable.Range(0, 300).Select(number => Samples.Step($"test:t{number}", Outcome.Failed, 1)).ToArray();
        var result = Samples.Suite("many", Verdict.Failed, [new Run(1, Outcome.Failed, [Samples.Attempt(1, Outcome.Failed, steps)])]);

        var report = Write(folder.Fill([result], stdout: new string('<', 200_000), stderr: new string('&', 200_000)));

        Assert.Equal(300, report.Descendants("failure").Count());
    }

    [Fact]
    public void Testcases_without_room_are_counted_and_failing_ones_go_first()
    {
        StepResult[] steps = [.. Enumerable.Range(0, 400).Select(number => Samples.Step($"test:t{number}", number % 10 == 9 ? Outcome.Failed : Outcome.Passed, 1))];
        var result = Samples.Suite("many", Verdict.Failed, [new Run(1, Outcome.Failed, [Samples.Attempt(1, Outcome.Failed, steps)])]);

        var report = Write(folder.Fill([result]), new JUnitOptions { MostBytes = 60_000 });

        Assert.InRange(new FileInfo(folder.Artifacts.JUnit).Length, 1, 60_000);
        Assert.Equal(40, report.Descendants("failure").Count());
        Assert.Matches(@"^\d+ testcases had no room in this file, 0 of them with failures", report.Descendants("error").Single().Attribute("message")!.Value);
    }

    private static string Suite(XElement fault) => fault.Parent!.Attribute("classname")!.Value;

    private XDocument Write(IReadOnlyList<SuiteResult> results, JUnitOptions? options = null)
    {
        JUnitWriter.Write(folder.Artifacts.JUnit, results, folder.Artifacts, options);
        return JUnitProfile.Check(folder.Artifacts.JUnit);
    }
}
