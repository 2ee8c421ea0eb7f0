using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Harness.Tests.Reporting.JUnit;

/// <summary>Checks a report against every rule that the consumers of JUnit need.</summary>
public static partial class JUnitProfile
{
    public static XDocument Check(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.InRange(bytes.Length, 1, (10 << 20) - 1);
        Assert.NotEqual(0xEF, bytes[0]); // no byte order mark
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<![CDATA[", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(IllegalReference(), text);
        Assert.All(text, character => Assert.True(XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)));

        var document = XDocument.Parse(text);
        Root(document.Root!);
        return document;
    }

    private static void Root(XElement root)
    {
        Assert.Equal("testsuites", root.Name);
        Assert.All(root.Elements(), suite => Assert.Equal("testsuite", suite.Name));
        var suites = root.Elements().ToArray();
        Assert.NotEmpty(suites);
        Assert.NotEmpty(root.Descendants("testcase"));
        Attributes(root, "name", "tests", "failures", "errors", "skipped", "time");
        Counts(root, [.. root.Descendants("testcase")]);
        Assert.Equal(suites.Sum(suite => Time(suite)), Time(root));
        Assert.All(root.DescendantsAndSelf().Attributes(), attribute => Assert.InRange(attribute.Value.Length, 0, 2_000));
        Distinct(suites.Select(suite => suite.Attribute("id")!.Value));
        Distinct(suites.Select(suite => suite.Attribute("name")!.Value));
        Distinct(root.Descendants("testcase").Select(testcase => (testcase.Attribute("classname")!.Value, testcase.Attribute("name")!.Value)));
        foreach (var suite in suites)
            Suite(suite);
    }

    private static void Suite(XElement suite)
    {
        Attributes(suite, "name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id");
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", suite.Attribute("timestamp")!.Value);
        Assert.Empty(suite.Elements("testsuite"));
        var cases = suite.Elements("testcase").ToArray();
        Assert.NotEmpty(cases);
        Counts(suite, cases);
        Assert.Equal(cases.Sum(testcase => Time(testcase)), Time(suite));
        foreach (var testcase in cases)
            Case(testcase);
    }

    private static void Case(XElement testcase)
    {
        Attributes(testcase, "classname", "name", "time");
        Assert.True(testcase.Attribute("line") is not { } line || int.Parse(line.Value, CultureInfo.InvariantCulture) > 0);
        Assert.True(testcase.Attribute("line") is null || testcase.Attribute("file") is not null);
        Assert.InRange(testcase.Elements().Count(element => element.Name.LocalName is "failure" or "error" or "skipped"), 0, 1);
        Assert.All(testcase.Elements(), element => Assert.Contains(
            element.Name.LocalName,
            (string[])["properties", "failure", "error", "skipped", "flakyFailure", "rerunFailure", "system-out", "system-err"]));
        Assert.Equal(testcase.Elements().Count(), testcase.Elements().Select(element => element.Name.LocalName is "flakyFailure" or "rerunFailure" ? Guid.NewGuid().ToString() : element.Name.LocalName).Distinct().Count());

        var fault = testcase.Elements().SingleOrDefault(element => element.Name.LocalName is "failure" or "error");
        if (fault is not null)
            Fault(fault, fault.Value);
        foreach (var retried in testcase.Elements("flakyFailure").Concat(testcase.Elements("rerunFailure")))
            Fault(retried, retried.Element("stackTrace")!.Value);
        Assert.True(fault is null || !testcase.Elements("flakyFailure").Any());
        Assert.True(fault is not null || !testcase.Elements("rerunFailure").Any());
        Assert.All(testcase.Elements("skipped"), skipped => Assert.NotEmpty(skipped.Attribute("message")!.Value));
        Assert.All(testcase.DescendantNodes().OfType<XText>(), text => Assert.InRange(Encoding.UTF8.GetByteCount(text.Value), 0, 1_000_000));
        Attachments(testcase);
    }

    private static void Fault(XElement fault, string body)
    {
        var message = fault.Attribute("message")!.Value;
        Assert.NotEmpty(message);
        Assert.DoesNotContain('\n', message);
        Assert.Equal(message, body.Split('\n')[0]);
        Assert.DoesNotContain(fault.Attribute("type")!.Value, (string[])["", "file", "symbol", "yaml", "array"]);
    }

    private static void Attachments(XElement testcase)
    {
        var markers = testcase.Descendants().Where(element => !element.HasElements).SelectMany(element => element.Value.Split('\n').Select(line => (element, line)))
            .Where(pair => pair.line.Contains("[[ATTACHMENT", StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.All(markers, marker =>
        {
            Assert.Equal("system-out", marker.element.Name);
            Assert.Matches(@"^\[\[ATTACHMENT\|[^|\]]+\]\]$", marker.line);
        });
        Distinct(markers.Select(marker => Path.GetFileName(marker.line)));
    }

    private static void Counts(XElement element, XElement[] cases)
    {
        Assert.Equal(cases.Length, Number("tests"));
        Assert.Equal(cases.Count(testcase => testcase.Element("failure") is not null), Number("failures"));
        Assert.Equal(cases.Count(testcase => testcase.Element("error") is not null), Number("errors"));
        Assert.Equal(cases.Count(testcase => testcase.Element("skipped") is not null), Number("skipped"));

        int Number(string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    private static void Attributes(XElement element, params string[] names) =>
        Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(element.Attribute(name)?.Value), $"{element.Name}/@{name}"));

    private static void Distinct<T>(IEnumerable<T> values)
    {
        var list = values.ToArray();
        Assert.Equal(list.Length, list.Distinct().Count());
    }

    private static decimal Time(XElement element)
    {
        var time = decimal.Parse(element.Attribute("time")!.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        Assert.True(time >= 0);
        return time;
    }

    // References to characters that XML 1.0 does not have at all.
    [GeneratedRegex(@"&#(x0*([0-8bcef]|1[0-9a-f])|0*([0-8]|11|12|1[4-9]|2[0-9]|3[01]));", RegexOptions.IgnoreCase)]
    private static partial Regex IllegalReference();
}
