using System.Diagnostics;
using Harness.Evidence;
using Harness.Reporting.JUnit;

namespace Harness.Tests.Reporting.JUnit;

/// <summary>Reads reports with programs that people use. The machine that runs these tests has them (python3-junitparser).</summary>
public sealed class JUnitConsumerTests : IDisposable
{
    private const string Count = """
        import sys
        from junitparser import JUnitXml
        report = JUnitXml.fromfile(sys.argv[1])
        before = (report.tests, report.failures, report.errors, report.skipped)
        report.update_statistics()
        assert before == (report.tests, report.failures, report.errors, report.skipped), before
        print(*before)
        """;

    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Junitparser_counts_what_the_report_says()
    {
        Write();

        var output = await Run("/usr/bin/python3", "-c", Count, folder.Artifacts.JUnit);

        var root = JUnitProfile.Check(folder.Artifacts.JUnit).Root!;
        Assert.Equal(string.Join(' ', new[] { "tests", "failures", "errors", "skipped" }.Select(name => root.Attribute(name)!.Value)), output.Trim());
    }

    private void Write()
    {
        IReadOnlyList<SuiteResult> results = folder.Fill(Samples.All, stdout: "\x1b[31m]]></testcase>\0\ud83d\n", stderr: "::error::x\r##[error]y\n");
        JUnitWriter.Write(folder.Artifacts.JUnit, results, folder.Artifacts);
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
        return output;
    }
}
