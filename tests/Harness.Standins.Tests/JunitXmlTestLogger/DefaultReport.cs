using System.Xml.Linq;
using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.JunitXmlTestLogger;

/// <summary>One run with the default options, shared by the tests that read its report.</summary>
public sealed class DefaultReport : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public ProgramResult Result { get; private set; } = null!;

    public string Path => System.IO.Path.Combine(_directory.Path, "results", "TestResults.xml");

    public XElement Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Result = await LoggerRun.RunAsync(_directory.Path, "");
        Assert.True(File.Exists(Path), Result.Output + Result.Errors);
        Report = XElement.Load(Path);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _directory.Dispose();
}
