using System.Text;
using Harness.Engines.Sandboxes;

namespace Harness.Running;

/// <summary>What a step printed, read back from what was kept of it.</summary>
internal sealed class StepOutput(SandboxCommandResult result)
{
    private const int TailBytes = 64 << 10;

    public string StdoutTail { get; } = Read(result.StandardOutput.Path, TailBytes);

    public string StderrTail { get; } = Read(result.StandardError.Path, TailBytes);

    /// <summary>All that was kept of standard output.</summary>
    public string Stdout() => Read(result.StandardOutput.Path, long.MaxValue);

    /// <summary>All that was kept of standard error.</summary>
    public string Stderr() => Read(result.StandardError.Path, long.MaxValue);

    private static string Read(string path, long lastBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.Length > lastBytes)
            stream.Seek(-lastBytes, SeekOrigin.End);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}
