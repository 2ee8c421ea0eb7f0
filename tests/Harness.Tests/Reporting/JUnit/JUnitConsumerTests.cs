using System.Diagnostics;
using System.Xml.Linq;
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

    private const string CountOfStrict = """
        import sys
        from junitparser import JUnitXml
        report = JUnitXml.fromfile(sys.argv[1])
        said = [sum(getattr(suite, what) for suite in report) for what in ("tests", "failures", "errors", "skipped")]
        report.update_statistics()
        assert said == [report.tests, report.failures, report.errors, report.skipped], said
        print(*said)
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

    [Fact(Timeout = 60_000)]
    public async Task The_strict_dialect_is_what_the_schemas_accept_and_the_rich_one_is_not()
    {
        Write(JUnitDialect.Strict);
        var schema = Path.Combine(AppContext.BaseDirectory, "strict.xsd");

        await Run("/usr/bin/xmllint", "--noout", "--schema", schema, folder.Artifacts.JUnit);
        Write();
        var rich = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Run("/usr/bin/xmllint", "--noout", "--schema", schema, folder.Artifacts.JUnit));

        Assert.Contains("is not allowed", rich.Message);
    }

    [Fact(Timeout = 60_000)]
    public async Task Both_dialects_say_the_same_of_every_testcase()
    {
        Write(JUnitDialect.Strict);
        var strict = Cases();
        var counted = await Run("/usr/bin/python3", "-c", CountOfStrict, folder.Artifacts.JUnit);
        var retries = XDocument.Load(folder.Artifacts.JUnit).Descendants("system-out").Where(text => text.Value.Contains(": attempt 1: ", StringComparison.Ordinal));
        Write();

        Assert.Equal(Cases(), strict);
        Assert.Equal(
            string.Join(' ', strict.Count, strict.Count(one => one.EndsWith("failure", StringComparison.Ordinal)), strict.Count(one => one.EndsWith("error", StringComparison.Ordinal)), strict.Count(one => one.EndsWith("skipped", StringComparison.Ordinal))),
            counted.Trim());
        Assert.NotEmpty(retries);
    }

    private List<string> Cases() => [.. XDocument.Load(folder.Artifacts.JUnit).Descendants("testcase").Select(testcase =>
        $"{testcase.Attribute("classname")!.Value}/{testcase.Attribute("name")!.Value}/{testcase.Attribute("time")!.Value}: "
        + testcase.Elements().Select(element => element.Name.LocalName).FirstOrDefault(name => name is "failure" or "error" or "skipped"))];

    private void Write(JUnitDialect dialect = JUnitDialect.Rich)
    {
        IReadOnlyList<SuiteResult> results = folder.Fill(Samples.All, stdout: "\x1b[31m]]></testcase>\0\ud83d\n", stderr: "::error::x\r##[error]y\n");
        JUnitWriter.Write(folder.Artifacts.JUnit, results, folder.Artifacts, new() { Dialect = dialect });
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
