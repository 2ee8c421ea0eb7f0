using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>Progress as plain lines.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="verbose">Whether the start of each step is told too.</param>
internal sealed class PlainProgress(TextWriter writer, bool verbose) : IRunProgress
{
    private readonly Lock gate = new();

    public void Report(RunEvent runEvent)
    {
        if (ProgressText.Of(runEvent, verbose) is not { } line)
            return;
        lock (gate)
            writer.WriteLine(line);
    }
}
