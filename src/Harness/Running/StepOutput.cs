using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>What a step printed, read back from what was kept of it.</summary>
internal sealed class StepOutput(SandboxCommandResult result)
{
    public string StdoutTail { get; } = LogTail.Read(result.StandardOutput.Path, LogTail.Bytes);

    public string StderrTail { get; } = LogTail.Read(result.StandardError.Path, LogTail.Bytes);

    /// <summary>All that was kept of standard output.</summary>
    public string Stdout() => LogTail.Read(result.StandardOutput.Path, long.MaxValue);

    /// <summary>All that was kept of standard error.</summary>
    public string Stderr() => LogTail.Read(result.StandardError.Path, long.MaxValue);
}
