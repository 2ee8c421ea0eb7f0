using System.Xml;
using System.Xml.Linq;

namespace Harness.Build.Testing;

/// <summary>Reads the totals of a test project out of its JUnit file.</summary>
internal static class JUnitReport
{
    /// <summary>Counts testcases rather than believing the totals of suites, which nested suites repeat.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    public static TestTotals Sum(string xml) => XDocument.Parse(xml).Descendants("testcase").Aggregate(
        TestTotals.None,
        (totals, test) => totals + (
            test.Element("failure") is not null || test.Element("error") is not null ? new TestTotals(0, 1, 0)
            : test.Element("skipped") is not null ? new TestTotals(0, 0, 1)
            : new TestTotals(1, 0, 0)));

    /// <summary>
    /// The totals of a project. Without a readable report, with an empty one, or with one that knows of no failure although
    /// the test run failed, something went wrong beside the tests: that counts as one failure.
    /// </summary>
    /// <param name="xml">The report; null when there is none.</param>
    /// <param name="exitCode">How the test run ended.</param>
    public static TestTotals OfProject(string? xml, int exitCode)
    {
        var totals = TrySum(xml);

        return totals == TestTotals.None || (exitCode != 0 && totals.Failed == 0) ? totals + TestTotals.OneFailure : totals;
    }

    private static TestTotals TrySum(string? xml)
    {
        try
        {
            return xml is null ? TestTotals.None : Sum(xml);
        }
        catch (XmlException)
        {
            // Cut short: the test host died while it wrote.
            return TestTotals.None;
        }
    }
}
