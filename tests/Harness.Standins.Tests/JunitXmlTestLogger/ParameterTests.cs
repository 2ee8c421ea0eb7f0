using System.Xml.Linq;
using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.JunitXmlTestLogger;

public sealed class ParameterTests
{
    private const int Timeout = 120_000;

    [Fact(Timeout = Timeout)]
    public async Task The_path_may_name_the_assembly_and_the_framework_and_wins_over_the_name()
    {
        using var directory = new TemporaryDirectory();

        await LoggerRun.RunAsync(directory.Path, ";LogFilePath=a/b/{assembly}-{framework}.xml;LogFileName=other.xml");

        Assert.True(File.Exists(Path.Combine(directory.Path, "a", "b", "LoggerSubject-NETCoreApp100.xml")));
        Assert.Empty(Directory.GetFiles(directory.Path, "other.xml", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Timeout)]
    public async Task Names_failures_output_and_attachments_are_written_as_asked()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "results", "named.xml");

        await LoggerRun.RunAsync(
            directory.Path,
            ";LogFileName=named.xml;MethodFormat=FULL;FailureBodyFormat=verbose;StoreConsoleOutput=false;UseRelativeAttachmentPath=true");

        var report = XElement.Load(path);
        var failure = LoggerRun.TestCase(report, "LoggerSubject.Outcomes.Fails").Element("failure")!.Value;
        Assert.Matches(@"^a < b & ""c""[^\n]*\nStack Trace:\n\s*at LoggerSubject\.Outcomes\.Fails\(\)", failure.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("printed", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Informational", report.ToString(), StringComparison.Ordinal);
        var attachment = LoggerRun.TestCase(report, "LoggerSubject.Outcomes.Attaches").Element("system-out")!.Value;
        Assert.StartsWith("[[ATTACHMENT|../", attachment, StringComparison.Ordinal);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("testcase", true, false)]
    [InlineData("testsuite", false, true)]
    public async Task Output_may_be_kept_in_one_place_only(string choice, bool inTestCase, bool inSuite)
    {
        using var directory = new TemporaryDirectory();

        await LoggerRun.RunAsync(directory.Path, $";MethodFormat=Class;StoreConsoleOutput={choice}");

        var report = XElement.Load(Path.Combine(directory.Path, "results", "TestResults.xml"));
        Assert.Equal(inTestCase, LoggerRun.TestCase(report, "Outcomes.Passes").Element("system-out") is not null);
        Assert.Equal(inSuite, report.Element("testsuite")!.Element("system-out") is not null);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_unknown_value_is_told_and_replaced_by_the_default()
    {
        using var directory = new TemporaryDirectory();

        var result = await LoggerRun.RunAsync(directory.Path, ";MethodFormat=wrong");

        Assert.Contains("JunitXML Logger: The provided Method Format 'wrong' is not a recognized option. Using default", result.Lines);
        var report = XElement.Load(Path.Combine(directory.Path, "results", "TestResults.xml"));
        LoggerRun.TestCase(report, "Fails");
    }
}
