using Harness.Evidence;
using Harness.Reporting.GitHub;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting.GitHub;

public sealed class AnnotationsTests
{
    [Fact]
    public void The_annotations_of_everything_together_are_as_expected() =>
        Snapshot.Match("Reporting/GitHub/Snapshots/annotations.txt", string.Concat(Annotations.Of(Samples.All).Select(line => line + "\n")));

    [Fact]
    public void What_passed_without_warnings_is_not_annotated() => Assert.Empty(Annotations.Of([Samples.Once]));

    [Fact]
    public void Ten_annotations_are_all_shown()
    {
        var lines = Annotations.Of([.. Enumerable.Repeat(Samples.TestFailed, 10)]);

        Assert.Equal(10, lines.Count);
        Assert.All(lines, line => Assert.Contains("HARN5001", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_more_than_ten_the_gravest_are_shown_and_the_last_tells_how_many_are_not()
    {
        var lines = Annotations.Of([.. Enumerable.Repeat(Samples.TestFailed, 10), Samples.ImageNotFound]);

        Assert.Equal(10, lines.Count);
        Assert.Contains("HARN2005", lines[0], StringComparison.Ordinal);
        Assert.Equal("::error title=Harness::2 more are in the summary of this job and in junit.xml.", lines[9]);
    }

    [Fact]
    public void A_comma_or_a_colon_in_a_file_name_does_not_end_the_property()
    {
        var cause = Samples.TestFailed.Causes[0] with { File = "a,line=9::b%0A.txt", Line = 3, Column = null };

        var line = Assert.Single(Annotations.Of([Samples.TestFailed with { Causes = [cause] }]));

        Assert.StartsWith("::error file=a%2Cline=9%3A%3Ab%250A.txt,line=3,title=", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void Every_annotation_is_one_line_and_one_command_whatever_the_texts(string attack)
    {
        var result = Hostile.Result(Attack.Text(attack));

        foreach (var line in Annotations.Of([result, result with { Verdict = Verdict.Invalid }, result with { Verdict = Verdict.NotReproducible }]))
        {
            Assert.Matches("^::(error|warning) [^:]*::[^\r\n]*$", line);
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            Assert.DoesNotContain(line, char.IsControl);
            Assert.DoesNotMatch("%(?!25|0A|3A|2C)", line);
        }
    }
}
