using Harness.Build.Testing;

namespace Harness.Build.Tests.Testing;

public sealed class JUnitReportTests
{
    private const string Report = """
        <testsuites>
          <testsuite tests="5" failures="1" errors="0" skipped="1">
            <testcase name="passes" />
            <testcase name="passes, with output"><system-out>text</system-out></testcase>
            <testcase name="fails"><failure message="no" /></testcase>
            <testcase name="breaks"><error message="no" /></testcase>
            <testcase name="is skipped"><skipped /></testcase>
          </testsuite>
          <testsuite tests="1"><testcase name="passes" /></testsuite>
        </testsuites>
        """;

    private const string Green = "<testsuites><testsuite><testcase name='passes' /></testsuite></testsuites>";

    [Fact]
    public void Tests_of_all_suites_are_counted()
    {
        Assert.Equal(new TestTotals(3, 2, 1), JUnitReport.Sum(Report));
    }

    [Fact]
    public void A_project_whose_run_and_report_agree_counts_as_reported()
    {
        Assert.Equal(new TestTotals(1, 0, 0), JUnitReport.OfProject(Green, exitCode: 0));
        Assert.Equal(new TestTotals(3, 2, 1), JUnitReport.OfProject(Report, exitCode: 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<testsuites />")]
    [InlineData("<testsuites><testsuite><testcase")]
    public void A_project_that_reports_nothing_is_a_failure_even_if_the_run_succeeded(string? report)
    {
        Assert.Equal(new TestTotals(0, 1, 0), JUnitReport.OfProject(report, exitCode: 0));
    }

    [Fact]
    public void A_run_that_fails_without_a_failed_test_adds_a_failure()
    {
        Assert.Equal(new TestTotals(1, 1, 0), JUnitReport.OfProject(Green, exitCode: 1));
    }
}
