using System.Globalization;
using System.Text;
using System.Xml;

namespace Harness.Reporting.JUnit;

/// <summary>Writes testsuites in the rich dialect. Everything counted in attributes is counted here, from what is written.</summary>
internal static class JUnitXml
{
    private const int LongestProperty = 1_000;

    public static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public static MemoryStream Write(IReadOnlyList<JUnitSuite> suites)
    {
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "harness");
            Counts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            for (var id = 0; id < suites.Count; id++)
                Suite(xml, suites[id], id);
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream;
    }

    private static void Suite(XmlWriter xml, JUnitSuite suite, int id)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        Counts(xml, suite.Cases);
        xml.WriteAttributeString("timestamp", suite.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("hostname", "localhost"); // asked for by consumers; the records are the same on every machine
        xml.WriteAttributeString("id", id.ToString(CultureInfo.InvariantCulture));
        Properties(xml, suite.Properties);
        foreach (var testcase in suite.Cases)
            Case(xml, suite.Name, testcase);
        xml.WriteEndElement();
    }

    public static void Counts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        Number("tests", cases.Count);
        Number("failures", cases.Count(testcase => testcase.Fault is { IsError: false }));
        Number("errors", cases.Count(testcase => testcase.Fault is { IsError: true }));
        Number("skipped", cases.Count(testcase => testcase is { Fault: null, Skipped: not null }));
        xml.WriteAttributeString("time", Seconds(cases.Sum(testcase => testcase.Milliseconds)));

        void Number(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Case(XmlWriter xml, string suite, JUnitCase testcase)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", testcase.Name);
        xml.WriteAttributeString("time", Seconds(testcase.Milliseconds));
        if (testcase.File is { } file)
            xml.WriteAttributeString("file", XmlText.Attribute(file));
        if (testcase.Line is { } line)
            xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        Properties(xml, testcase.Properties);
        if (testcase.Fault is { } fault)
            Fault(xml, fault.IsError ? "error" : "failure", fault);
        else if (testcase.Skipped is { } reason)
            Skipped(xml, reason);
        foreach (var retried in testcase.Retried)
            Retried(xml, testcase.Fault is null ? "flakyFailure" : "rerunFailure", retried);
        Text(xml, "system-out", Output(testcase));
        Text(xml, "system-err", XmlText.Body(testcase.Err ?? ""));
        xml.WriteEndElement();
    }

    public static void Properties(XmlWriter xml, IReadOnlyList<(string Name, string Value)> properties, bool always = false)
    {
        if (properties.Count == 0 && !always)
            return;
        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", SafeText.Line(value, LongestProperty));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void Skipped(XmlWriter xml, string reason)
    {
        xml.WriteStartElement("skipped");
        xml.WriteAttributeString("message", SafeText.Line(reason, LongestProperty));
        xml.WriteEndElement();
    }

    public static void Fault(XmlWriter xml, string element, JUnitFault fault)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", XmlText.Attribute(fault.Message));
        xml.WriteAttributeString("type", XmlText.Attribute(fault.Type));
        xml.WriteString(XmlText.Body(fault.Body));
        xml.WriteEndElement();
    }

    // Surefire's form: the text is a child of its own.
    private static void Retried(XmlWriter xml, string element, JUnitFault fault)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", XmlText.Attribute(fault.Message));
        xml.WriteAttributeString("type", XmlText.Attribute(fault.Type));
        xml.WriteElementString("stackTrace", XmlText.Body(fault.Body));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string text)
    {
        if (text.Length > 0)
            xml.WriteElementString(element, text);
    }

    // Each marker on a line of its own. Only these are ours: in everything else XmlText breaks them.
    private static string Output(JUnitCase testcase) =>
        string.Concat(testcase.Attachments.Select(path => $"[[ATTACHMENT|{path}]]\n")) + XmlText.Body(testcase.Out ?? "");

    public static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
