using Harness.Evidence;
using Harness.Reporting.GitHub;

namespace Harness.Tests.Reporting.GitHub;

public sealed class StepOutputsTests
{
    private static readonly ArtifactsFolder Folder = new("/tmp/smoke");

    [Fact]
    public void A_green_run_has_no_cause()
    {
        var outputs = Outputs([Samples.Passed]);

        Assert.Equal(
            [("verdict", "passed"), ("cause", ""), ("reproducible", "true"), ("junit", "/tmp/smoke/junit.xml"), ("artifacts", "/tmp/smoke")],
            outputs.Select(output => (output.Name, output.Value)));
    }

    [Fact]
    public void The_gravest_suite_gives_verdict_and_cause()
    {
        var outputs = Outputs([Samples.Passed, Samples.TestFailed, Samples.ImageNotFound, Samples.NotReproducible]);

        Assert.Equal(["infrastructure", "image-not-found", "false"], outputs.Take(3).Select(output => output.Value));
    }

    [Fact]
    public void A_failure_without_cause_is_unknown() => Assert.Equal("unknown", Outputs([Samples.WithoutCause])[1].Value);

    [Fact]
    public void One_suite_that_was_not_compared_leaves_the_question_open() =>
        Assert.Equal("not-compared", Outputs([Samples.Passed, Samples.Once])[2].Value);

    [Fact]
    public void No_suites_at_all_are_no_success() => Assert.Equal(["invalid", "", "not-compared"], Outputs([]).Take(3).Select(output => output.Value));

    [Fact]
    public void Each_value_has_a_delimiter_of_its_own_that_cannot_be_guessed()
    {
        var delimiters = Outputs([Samples.Passed]).Concat(Outputs([Samples.Passed])).Select(output => output.Delimiter).ToArray();

        Assert.Equal(delimiters.Length, delimiters.Distinct(StringComparer.Ordinal).Count());
        Assert.All(delimiters, delimiter => Assert.Matches("^end-[0-9A-F]{32}$", delimiter));
    }

    private static List<(string Name, string Value, string Delimiter)> Outputs(IReadOnlyList<SuiteResult> results)
    {
        var lines = new Queue<string>(StepOutputs.Of(results, Folder).TrimEnd('\n').Split('\n'));
        var outputs = new List<(string, string, string)>();
        while (lines.TryDequeue(out var first))
        {
            var (name, delimiter) = (first.Split("<<")[0], first.Split("<<")[1]);
            outputs.Add((name, lines.Dequeue(), delimiter));
            Assert.Equal(delimiter, lines.Dequeue());
        }

        return outputs;
    }
}
