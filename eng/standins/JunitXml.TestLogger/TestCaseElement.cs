using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>Builds the element of one test result.</summary>
internal sealed class TestCaseElement(LoggerOptions options, string directory)
{
    // GitLab takes a time of zero for a missing one.
    private const double ShortestTime = 0.0000001;

    public XElement Create(TestResult result)
    {
        var name = TestName.Of(result);
        var time = Math.Max(ShortestTime, result.Duration.TotalSeconds);
        return new XElement(
            "testcase",
            new XAttribute("classname", XmlText.Clean(name.ClassName)),
            new XAttribute("name", XmlText.Clean(name.Format(options.MethodFormat))),
            new XAttribute("time", time.ToString("0.0000000", CultureInfo.InvariantCulture)),
            result.Outcome switch
            {
                TestOutcome.Failed => Failure(result),
                TestOutcome.Skipped => Skipped(result),
                _ => null,
            },
            Text("system-out", Printed(result, TestResultMessage.StandardOutCategory) + Attachments(result)),
            Text("system-err", Printed(result, TestResultMessage.StandardErrorCategory)),
            Properties(result));
    }

    private XElement Failure(TestResult result)
    {
        var body = new StringBuilder();
        if (options.VerboseFailures)
            body.AppendLine(result.ErrorMessage).AppendLine("Stack Trace:");

        body.AppendLine(result.ErrorStackTrace);
        if (options.VerboseFailures && result.Messages.Count > 0)
        {
            body.AppendLine("Standard Output:");
            foreach (var line in result.Messages.SelectMany(message => Lines(message.Text)))
                body.AppendLine($"    {line.Trim()}");
        }

        return new XElement(
            "failure",
            new XAttribute("type", "failure"),
            new XAttribute("message", XmlText.Clean(result.ErrorMessage)),
            XmlText.Clean(body.ToString().Trim()));
    }

    // The published logger drops the reason.
    private static XElement Skipped(TestResult result) => new(
        "skipped",
        string.IsNullOrEmpty(result.ErrorMessage) ? null : new XAttribute("message", XmlText.Clean(result.ErrorMessage)));

    private string Printed(TestResult result, string category) => options.TestCaseOutput
        ? string.Concat(result.Messages
            .Where(message => category.Equals(message.Category, StringComparison.OrdinalIgnoreCase))
            .Select(message => message.Text + Environment.NewLine))
        : "";

    private string Attachments(TestResult result) => string.Concat(result.Attachments
        .SelectMany(set => set.Attachments)
        .Select(attachment => $"[[ATTACHMENT|{PathOf(attachment.Uri)}]]{Environment.NewLine}"));

    private string PathOf(Uri attachment)
    {
        var path = attachment.IsAbsoluteUri ? attachment.LocalPath : attachment.OriginalString;
        return options.RelativeAttachments && Path.IsPathRooted(path) ? Path.GetRelativePath(directory, path) : path;
    }

    private static XElement? Text(string name, string text) =>
        string.IsNullOrWhiteSpace(text) ? null : new XElement(name, XmlText.Clean(text));

    private static XElement? Properties(TestResult result)
    {
        var traits = result.TestCase.Traits
            .Select(trait => (Name: XmlText.Clean(trait.Name), Value: XmlText.Clean(trait.Value)))
            .Distinct()
            .Select(trait => new XElement("property", new XAttribute("name", trait.Name), new XAttribute("value", trait.Value)))
            .ToList();
        return traits.Count == 0 ? null : new XElement("properties", traits);
    }

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(line => !string.IsNullOrWhiteSpace(line));
}
