using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>Builds the report: one suite for each test assembly.</summary>
internal sealed class Report(LoggerOptions options, string directory)
{
    private readonly TestCaseElement _testCase = new(options, directory);

    public XElement Create(IEnumerable<TestResult> results, IReadOnlyList<TestRunMessageEventArgs> messages, DateTimeOffset started) => new(
        "testsuites",
        results.GroupBy(result => result.TestCase.Source).Select((suite, index) => Suite(suite.Key, [.. suite], index, messages, started)));

    private XElement Suite(
        string source, List<TestResult> results, int index, IReadOnlyList<TestRunMessageEventArgs> messages, DateTimeOffset started)
    {
        var name = XmlText.Clean(Path.GetFileName(source));
        return new XElement(
            "testsuite",
            new XAttribute("name", name),
            new XAttribute("tests", results.Count),
            new XAttribute("skipped", results.Count(result => result.Outcome == TestOutcome.Skipped)),
            new XAttribute("failures", results.Count(result => result.Outcome == TestOutcome.Failed)),
            new XAttribute("errors", 0),
            new XAttribute("time", results.Sum(result => result.Duration.TotalSeconds)),
            new XAttribute("timestamp", started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            new XAttribute("hostname", Environment.MachineName),
            new XAttribute("id", index),
            new XAttribute("package", name),
            new XElement("properties"),
            results.Select(_testCase.Create),
            options.SuiteOutput ? Output(messages) : null);
    }

    private static IEnumerable<XElement> Output(IReadOnlyList<TestRunMessageEventArgs> messages)
    {
        var information = messages.Where(message => message.Level == TestMessageLevel.Informational).ToList();
        if (information.Count > 0)
        {
            var text = new StringBuilder().AppendLine().AppendLine("Test Framework Informational Messages:");
            foreach (var message in information)
                text.AppendLine(message.Message);

            yield return new XElement("system-out", XmlText.Clean(text.ToString()));
        }

        var problems = messages.Except(information).Select(message => $"{message.Level} - {message.Message}{Environment.NewLine}").ToList();
        if (problems.Count > 0)
            yield return new XElement("system-err", XmlText.Clean(string.Concat(problems)));
    }
}
