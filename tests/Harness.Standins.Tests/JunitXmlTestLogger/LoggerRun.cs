using System.Xml.Linq;
using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.JunitXmlTestLogger;

/// <summary>Runs the subject's tests with the logger that stands beside them, as `dotnet test` finds it.</summary>
public static class LoggerRun
{
    public const string Subject = "LoggerSubject";

    /// <param name="directory">Where the run leaves everything that it writes.</param>
    /// <param name="parameters">What stands behind "junit".</param>
    public static Task<ProgramResult> RunAsync(string directory, string parameters) => BuiltProgram.DotnetAsync(
        ["test", BuiltProgram.PathOf(Subject), "--logger", $"junit{parameters}", "--results-directory", Path.Combine(directory, "results")],
        directory,
        new Dictionary<string, string> { ["TMPDIR"] = directory });

    public static XElement TestCase(XElement report, string name) =>
        Assert.Single(report.Descendants("testcase"), testCase => testCase.Attribute("name")!.Value == name);
}
