using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>Progress as plain lines.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="verbose">Whether the start of each step and what it prints are told too.</param>
internal sealed class PlainProgress(TextWriter writer, bool verbose) : IRunProgress
{
    private readonly Lock gate = new();

    public bool WantsOutput => verbose;

    public void Report(RunEvent runEvent)
    {
        lock (gate)
        {
            foreach (var line in ProgressText.Lines(runEvent, verbose))
                writer.WriteLine(line);
        }
    }
}
