using System.Text;
using System.Xml;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>The VSTest logger "junit": collects a run's results and writes them as one JUnit file when the run is complete.</summary>
[FriendlyName("junit")]
[ExtensionUri("logger://Microsoft/TestPlatform/JUnitXmlLogger/v1")]
public sealed class JUnitXmlTestLogger : ITestLoggerWithParameters
{
    // VSTest calls the handlers from several threads.
    private readonly Lock _lock = new();
    private readonly List<TestResult> _results = [];
    private readonly List<TestRunMessageEventArgs> _messages = [];
    private DateTimeOffset _started = DateTimeOffset.UtcNow;

    /// <summary>Called when the caller gave no parameters.</summary>
    public void Initialize(TestLoggerEvents events, string testRunDirectory) =>
        Initialize(events, new Dictionary<string, string?> { [LoggerOptions.TestRunDirectory] = testRunDirectory });

    /// <summary>Called with what stands behind "junit;", and what VSTest adds.</summary>
    /// <exception cref="ArgumentException">There is no place for the report.</exception>
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(parameters);

        var options = LoggerOptions.Parse(parameters, Console.WriteLine);
        events.TestRunStart += (_, _) => _started = DateTimeOffset.UtcNow;
        events.TestRunMessage += (_, message) => Keep(_messages, message);
        events.TestResult += (_, result) => Keep(_results, result.Result);
        events.TestRunComplete += (_, _) => Write(options);
    }

    private void Keep<T>(List<T> list, T item)
    {
        lock (_lock)
            list.Add(item);
    }

    private void Write(LoggerOptions options)
    {
        lock (_lock)
        {
            var path = options.ReportPath(_results.FirstOrDefault()?.TestCase.Source);
            var directory = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(directory);

            var report = new Report(options, directory).Create(_results, _messages, _started);
            var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, Encoding = new UTF8Encoding(false) };
            using (var writer = XmlWriter.Create(path, settings))
                report.Save(writer);

            Console.WriteLine($"Results File: {path}");
        }
    }
}
