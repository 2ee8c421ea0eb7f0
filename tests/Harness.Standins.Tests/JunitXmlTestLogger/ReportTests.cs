using System.Globalization;
using System.Xml.Linq;

namespace Harness.Standins.Tests.JunitXmlTestLogger;

public sealed class ReportTests(DefaultReport run) : IClassFixture<DefaultReport>
{
    [Fact]
    public void The_path_of_the_report_is_told()
    {
        Assert.Contains($"Results File: {run.Path}", run.Result.Lines);
    }

    [Fact]
    public void The_report_is_bare_XML_in_UTF8()
    {
        var start = File.ReadAllBytes(run.Path)[..11];

        Assert.Equal("<testsuites"u8.ToArray(), start);
    }

    [Fact]
    public void A_test_assembly_is_a_suite_with_right_counts()
    {
        Assert.Equal("testsuites", run.Report.Name);
        Assert.Empty(run.Report.Attributes());
        var suite = Assert.Single(run.Report.Elements());

        var attributes = suite.Attributes().Select(attribute => attribute.Name.LocalName);
        Assert.Equal(["name", "tests", "skipped", "failures", "errors", "time", "timestamp", "hostname", "id", "package"], attributes);
        string Value(string name) => suite.Attribute(name)!.Value;
        Assert.Equal(("LoggerSubject.dll", "LoggerSubject.dll", "0"), (Value("name"), Value("package"), Value("id")));
        Assert.Equal(("7", "1", "1", "0"), (Value("tests"), Value("failures"), Value("skipped"), Value("errors")));
        Assert.Equal(Environment.MachineName, Value("hostname"));
        Assert.True(DateTime.TryParseExact(Value("timestamp"), "s", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Equal(7, suite.Elements("testcase").Count());
        Assert.Equal("properties", suite.Elements().First().Name);
    }

    [Fact]
    public void A_passing_test_has_a_class_a_name_a_time_and_nothing_bad()
    {
        var tests = run.Report.Descendants("testcase");
        var nested = Assert.Single(tests, test => test.Attribute("classname")!.Value == "LoggerSubject.Outcomes+Nested");

        Assert.Equal("Passes", nested.Attribute("name")!.Value);
        Assert.Matches(@"^\d+\.\d{7}$", nested.Attribute("time")!.Value);
        Assert.Empty(nested.Elements());
    }

    [Fact]
    public void The_times_of_the_tests_add_up_to_that_of_the_suite()
    {
        var tests = run.Report.Descendants("testcase").Sum(test => Seconds(test));
        var suite = Seconds(run.Report.Element("testsuite")!);

        Assert.All(run.Report.Descendants("testcase"), test => Assert.True(Seconds(test) > 0));
        Assert.Equal(suite, tests, 0.0001);
    }

    [Fact]
    public void A_failing_test_has_its_message_and_its_stack()
    {
        var failure = LoggerRun.TestCase(run.Report, "Fails").Element("failure")!;

        Assert.Equal("failure", failure.Attribute("type")!.Value);
        Assert.StartsWith("a < b & \"c\" \\u0001", failure.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("at LoggerSubject.Outcomes.Fails()", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_test_is_marked()
    {
        var skipped = LoggerRun.TestCase(run.Report, "Is_skipped").Element("skipped");

        Assert.NotNull(skipped);
        Assert.Empty(skipped.Value);
    }

    [Fact]
    public void The_rows_of_a_theory_are_told_apart_by_their_arguments()
    {
        LoggerRun.TestCase(run.Report, "Takes(number: 1, text: \"a.b\")");
        LoggerRun.TestCase(run.Report, "Takes(number: 2, text: \"c\")");
    }

    [Fact]
    public void A_test_keeps_what_it_printed_and_its_traits()
    {
        var test = Assert.Single(run.Report.Descendants("testcase"), test => test.Element("properties") is not null);

        Assert.StartsWith("printed ", test.Element("system-out")!.Value, StringComparison.Ordinal);
        var property = Assert.Single(test.Element("properties")!.Elements("property"));
        Assert.Equal(("category", "fast"), (property.Attribute("name")!.Value, property.Attribute("value")!.Value));
    }

    [Fact]
    public void An_attachment_is_a_line_of_the_tests_output()
    {
        var output = LoggerRun.TestCase(run.Report, "Attaches").Element("system-out")!.Value;

        Assert.Matches(@"^\[\[ATTACHMENT\|/.+/note\.txt.*\]\]\s*$", output);
    }

    [Fact]
    public void Messages_of_the_framework_are_kept_with_the_suite()
    {
        var suite = run.Report.Element("testsuite")!;

        Assert.StartsWith("\nTest Framework Informational Messages:\n", suite.Element("system-out")!.Value, StringComparison.Ordinal);
        Assert.Contains("Error - [xUnit.net", suite.Element("system-err")!.Value, StringComparison.Ordinal);
    }

    private static double Seconds(XElement element) => double.Parse(element.Attribute("time")!.Value, CultureInfo.InvariantCulture);
}
