using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Reporting.GitHub;
using Harness.Reproducibility;
using Harness.Reproducibility.Baselines;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting;

public sealed class TextSummaryTests : IDisposable
{
    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => [.. Samples.All.Select(sample => sample.Suite)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_every_sample_is_as_expected(string name)
    {
        var results = folder.Fill([Samples.All.Single(sample => sample.Suite == name)], stderr: "AssertionError: 1 != 2\n");

        Snapshot.Match($"Reporting/Snapshots/{name}.txt", TextSummary.Of(results, folder.Artifacts, "artifacts/smoke"));
    }

    [Fact]
    public void Several_suites_end_in_those_that_failed_and_a_total()
    {
        var text = TextSummary.Of(folder.Fill([Samples.TestFailed, Samples.Passed, Samples.Once]), folder.Artifacts, "artifacts/smoke/");

        Assert.Matches("(?s)^api: .*\nonce: .*\nweb: ", text);
        Assert.EndsWith("\n\n3 suites: 2 passed, 1 failed\nArtifacts: artifacts/smoke/\nMore: harness explain HARN5001\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_many_suites_ended_for_is_explained_once()
    {
        var down = Samples.Cause("registry-unreachable", "r.example does not answer", "Start it.") with { Evidence = [new("registry", "connection refused")] };
        var other = down with { Evidence = [new("registry", "no route to host")] };
        var results = new[] { down, down, down, other }.Select((cause, index) => Samples.Suite($"s{index}", Verdict.Infrastructure, []) with { Causes = [cause] }).ToList();

        var text = TextSummary.Of(results, folder.Artifacts, "artifacts/smoke");

        Assert.Equal(4, Regex.Count(text, "error HARN2007: r\\.example does not answer\n"));
        Assert.Single(Regex.Matches(text, "connection refused"));
        Assert.Single(Regex.Matches(text, "no route to host"));
        Assert.Equal(2, Regex.Count(text, "\n  remedy  as above\n"));
    }

    [Fact]
    public void Where_no_log_says_more_the_report_is_what_to_open()
    {
        folder.Record([Samples.ImageNotFound]);
        var results = Reports.Write(folder.Artifacts);

        Assert.Contains("  see       artifacts/smoke/report.html\n", TextSummary.Of(results, folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_has_nothing_but_the_engines_words_says_them_once()
    {
        var cause = Samples.Cause("container-start-failed", "no space left on device.", "Make room.") with { Evidence = [new("engine", "no space left on device")] };

        var text = TextSummary.Of([Samples.TestFailed with { Causes = [cause] }], folder.Artifacts, "artifacts/smoke");

        Assert.Single(Regex.Matches(text, "no space left"));
    }

    [Fact]
    public void What_failed_besides_is_an_error_of_its_own_and_a_rival_follows_what_it_rivals()
    {
        var first = Samples.TestFailed.Causes[0];
        var second = Samples.Cause("test-failed", "test lint ended with exit code 2, expected 0", "Mend lint.") with { Step = "test:lint", File = "smoke.yml", Line = 40 };
        var rival = Samples.Cause("crashed", "it may have crashed", "Look for a core file.") with { Step = first.Step };

        var text = TextSummary.Of([Samples.TestFailed with { Causes = [first, second, rival] }], folder.Artifacts, "artifacts/smoke");

        Assert.Matches(
            "(?s)\nsmoke\\.yml\\(31,5\\): error HARN5001: .*\n  remedy  .*\n  possibly +HARN4104 crashed \\([0-9]+ %\\): it may have crashed\n"
            + "\nsmoke\\.yml\\(40\\): error HARN5001: test lint .*\n  remedy +Mend lint\\.\n",
            text);
        Assert.DoesNotContain("core file", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 5, "    besides 6 benign differences: bytecode 1, not listed 5\n")]
    [InlineData(12, 0, 5, "    and 7 more in artifacts/smoke/drift/diff\n")]
    [InlineData(12, 1, 5, "    and 2 more in artifacts/smoke/drift/diff\n    besides 6 benign differences: bytecode 1, not listed 5\n")]
    public void Differences_that_the_record_does_not_list_are_counted(int real, int benign, int omitted, string expected)
    {
        var result = Samples.NotReproducible with
        {
            Reproducibility = new Comparison(
                ReproducibilityVerdict.ContentDrift,
                [
                    .. Enumerable.Range(0, real).Select(number => new Difference("file", $"f{number}.py", "a", "b")),
                    .. Enumerable.Range(0, benign).Select(number => new Difference("file", $"f{number}.pyc", "a", "b", true, "bytecode")),
                ])
            { Omitted = omitted },
        };

        Assert.Contains(expected, TextSummary.Of([result], folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Differences_that_are_the_evidence_of_the_cause_are_not_listed_again(int count, bool listed)
    {
        var result = Samples.NotReproducible with
        {
            Reproducibility = new Comparison(ReproducibilityVerdict.ContentDrift, [.. Enumerable.Range(0, count).Select(number => new Difference("file", $"f{number}.py", "a", "b"))]),
        };

        var text = TextSummary.Of([result], folder.Artifacts, "artifacts/smoke");

        Assert.Equal(listed, text.Contains("Differences between the runs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_looks_for_the_variation_says_so()
    {
        var result = Samples.Passed with { Reproducibility = new Comparison(ReproducibilityVerdict.OutcomeDrift, []) { Variation = new(["umask"], ["umask"], [new(2, [], ReproducibilityVerdict.Reproducible)]) } };

        Assert.Contains("search: nothing varied", TextSummary.Of([result], folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_since_the_baseline_follow_the_runs()
    {
        var baseline = new BaselineComparison(BaselineVerdict.Different, [new("package", "idna", "3.6", "3.7"), new("kernel", "", "6.1", "6.5")])
        {
            Folder = "artifacts/green",
            StartedAt = Samples.Start,
            Was = Verdict.Passed,
            Omitted = 3,
            Unrecorded = ["files"],
            Measurements = [new("duration", "install", 4, 9, Notable: true), new("peak-memory", "run", 1 << 20, 1 << 20)],
        };

        Assert.Contains(
            """
              run 2  passed  11.9 s  peak 101 MiB of 512 MiB

              Since artifacts/green (2026-01-31 12:00 UTC, passed): different, 5 changes
                package  idna  3.6 -> 3.7
                kernel         6.1 -> 6.5
                and 3 more changes
                besides install 4.0 s -> 9.0 s
                not compared: files

            """,
            TextSummary.Of([Samples.Passed with { Baseline = baseline }], folder.Artifacts, "artifacts/smoke"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_that_are_not_told_are_counted_and_named()
    {
        var cause = Samples.TestFailed.Causes[0];
        var result = Samples.TestFailed with { Causes = [.. Enumerable.Range(1, 5).Select(number => cause with { Subject = $"{number}" })] };

        const string more = "2 other causes: HARN5001 in test:unit, HARN5001 in test:unit; see ";
        Assert.Contains($"{more}artifacts/smoke/report.html\n", TextSummary.Of([result], folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
        Assert.Contains($"{more}report.html\n", StepSummary.Of([result], folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_sees_verdicts_and_first_lines_of_causes_in_colours()
    {
        var all = folder.Fill([Samples.NotReproducible, Samples.TestFailed, Samples.Recovered]);

        var text = TextSummary.Of(all, folder.Artifacts, "artifacts/smoke", colours: true);

        Assert.Contains("flaky: \e[32mpassed, reproducible, recovered by a retry\e[0m (2 runs, 24.4 s)\n", text, StringComparison.Ordinal);
        Assert.Contains("drift: \e[33mnot reproducible, environment drift\e[0m (", text, StringComparison.Ordinal);
        Assert.Contains("web: \e[31mfailed\e[0m (", text, StringComparison.Ordinal);
        Assert.Contains("\n\e[31msmoke.yml(31,5): error HARN5001: test unit ended with exit code 1, expected 0\e[0m\n", text, StringComparison.Ordinal);
        Assert.Contains("\n\e[33msmoke.yml(3,8): warning HARN1002: python:3.11 has no digest\e[0m\n", text, StringComparison.Ordinal);
        Assert.Contains("\e[31m3 suites: 1 passed, 1 failed, 1 not reproducible\e[0m\nArtifacts: artifacts/smoke\nMore: harness explain ", text, StringComparison.Ordinal);
        Assert.Equal(TextSummary.Of(all, folder.Artifacts, "artifacts/smoke"), Regex.Replace(text, "\e\\[[0-9]+m", ""));
    }

    [Fact]
    public void A_red_run_ends_in_one_line_that_names_the_next_commands()
    {
        var engine = Samples.Cause("engine-not-running", "no answer", "Start it.");
        var causes = new[] { engine, engine, Samples.Cause("did-not-finish", "it was killed", "Run again."), Samples.Cause("crashed", "a crash", "Look."), Samples.MemoryLimit.Causes[0] };
        var red = causes.Select((cause, index) => Samples.Suite($"s{index}", Verdict.Failed, []) with { File = $"my suites/{index}.yml", Causes = [cause] }).ToList();

        var text = TextSummary.Of(red, folder.Artifacts, "artifacts/smoke");
        var summary = StepSummary.Of([Samples.ImageNotFound], folder.Artifacts, "artifacts/smoke");

        var codes = string.Join("; ", causes.Select(cause => cause.Code).Distinct().Take(3).Select(code => $"harness explain {code}"));
        Assert.EndsWith($"\nMore: {codes}; harness doctor; harness size 'my suites/4.yml'\n", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "More: "));
        Assert.Contains("\n\nMore: <code>harness explain HARN2005</code>\n", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("More: ", TextSummary.Of([Samples.Passed], folder.Artifacts, "artifacts/smoke"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_suites_are_said() =>
        Assert.Equal("No suites were run.\nArtifacts: artifacts/smoke\n", TextSummary.Of([], folder.Artifacts, "artifacts/smoke"));

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void No_text_speaks_to_terminals_or_runners(string attack)
    {
        var text = Attack.Text(attack);
        var summary = TextSummary.Of([Hostile.Result(text)], folder.Artifacts, text);

        Assert.All(summary.Split('\n'), Harmless.Check);
    }
}
