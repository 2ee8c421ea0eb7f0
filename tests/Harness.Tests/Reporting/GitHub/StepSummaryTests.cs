using System.Text;
using Harness.Evidence;
using Harness.Reporting.GitHub;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting.GitHub;

public sealed class StepSummaryTests : IDisposable
{
    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_summary_of_one_suite_is_as_expected() => Match("one.md", [Samples.TestFailed]);

    [Fact]
    public void The_summary_of_a_suite_that_passed_is_short() => Match("passed.md", [Samples.Passed]);

    [Fact]
    public void The_summary_of_everything_together_is_as_expected() => Match("all.md", Samples.All);

    [Fact]
    public void The_summary_of_nothing_says_so() => Match("none.md", []);

    [Fact]
    public void A_summary_of_very_many_failures_stays_below_the_limit_and_says_what_is_missing()
    {
        var results = Enumerable.Range(0, 160).Select(number => Samples.TestFailed with { Suite = $"suite-{number}" }).ToArray();

        var summary = StepSummary.Of(folder.Fill(results, stderr: string.Concat(Enumerable.Repeat(new string('€', 90) + "\n", 40))), folder.Artifacts, "artifacts/smoke");

        Assert.InRange(Encoding.UTF8.GetByteCount(summary), 100_000, (1 << 20) - 1);
        Assert.Contains("20 more rows are left out.", summary, StringComparison.Ordinal);
        Assert.Matches(@"\n\d+ more suites have no room here; see junit\.xml\.\n$", summary);
        Assert.Equal(0, summary.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2);
    }

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void No_text_is_more_than_text(string attack)
    {
        var text = Attack.Text(attack);
        var summary = StepSummary.Of([Hostile.Result(text), .. folder.Fill([Samples.TestFailed], stdout: text, stderr: text)], folder.Artifacts, text);

        Assert.All(summary.Split('\n'), Harmless.Check);
        Assert.DoesNotMatch(@"<script|(?<!<code>.*)@admin|\]\(|\*\*bold|(?<!<code>.*)://", OutsideFences(summary));
        Assert.All(OutsideFences(summary).Split('\n').Where(line => line.StartsWith('|')), row => Assert.Contains(row.Count(character => character == '|'), (int[])[5, 8]));
    }

    private static string OutsideFences(string summary)
    {
        string? fence = null;
        var outside = new StringBuilder();
        foreach (var line in summary.Split('\n'))
        {
            if (fence is null && line.StartsWith("```", StringComparison.Ordinal))
                fence = line.TrimEnd("text".ToCharArray());
            else if (fence is null)
                outside.Append(line).Append('\n');
            else if (line == fence)
                fence = null;
        }

        Assert.Null(fence);
        return outside.ToString();
    }

    private void Match(string name, IReadOnlyList<SuiteResult> results) => Snapshot.Match(
        $"Reporting/GitHub/Snapshots/{name}",
        StepSummary.Of(folder.Fill(results, stderr: "Traceback\nAssertionError: 1 != 2\n"), folder.Artifacts, "artifacts/smoke"));
}
