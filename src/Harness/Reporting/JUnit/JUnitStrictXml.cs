using System.Globalization;
using System.Text;
using System.Xml;

namespace Harness.Reporting.JUnit;

/// <summary>
/// Writes testsuites in the strict dialect. Its testcases have no room for files, lines, properties, logs and retries: retries and
/// attachments stand in the output of their testsuite, the rest in the rich dialect and in <c>result.json</c> only.
/// </summary>
internal static class JUnitStrictXml
{
    public static MemoryStream Write(IReadOnlyList<JUnitSuite> suites)
    {
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, JUnitXml.Settings))
        {
            xml.WriteStartElement("testsuites");
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
        JUnitXml.Counts(xml, suite.Cases);
        // The schema that wants a time forbids its zone; it is UTC.
        xml.WriteAttributeString("timestamp", suite.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("id", id.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("package", "harness");
        JUnitXml.Properties(xml, suite.Properties, always: true);
        foreach (var testcase in suite.Cases)
            Case(xml, suite.Name, testcase);
        xml.WriteElementString("system-out", Output(suite));
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string suite, JUnitCase testcase)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", testcase.Name);
        xml.WriteAttributeString("time", JUnitXml.Seconds(testcase.Milliseconds));
        if (testcase.Fault is { } fault)
            JUnitXml.Fault(xml, fault.IsError ? "error" : "failure", fault);
        else if (testcase.Skipped is { } reason)
            JUnitXml.Skipped(xml, reason);
        xml.WriteEndElement();
    }

    private static string Output(JUnitSuite suite)
    {
        var text = new StringBuilder();
        foreach (var testcase in suite.Cases)
        {
            foreach (var retried in testcase.Retried)
                text.Append(XmlText.Body($"{testcase.Name}: {retried.Message}\n"));
            foreach (var path in testcase.Attachments)
                text.Append($"[[ATTACHMENT|{path}]]\n");
        }

        return text.ToString();
    }
}
