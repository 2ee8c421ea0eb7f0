using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>Says nothing.</summary>
internal sealed class NoProgress : IRunProgress
{
    public void Report(RunEvent runEvent)
    {
    }
}
