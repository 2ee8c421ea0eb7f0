using System.Buffers;
using System.Text;

namespace Harness.Engines.Sandboxes;

/// <summary>What a sandbox's main process wrote, which is nothing unless it could not live.</summary>
internal sealed class MainLogs : IOutputSink
{
    private const int Kept = 2048;
    private readonly ArrayBufferWriter<byte> _text = new();

    private MainLogs()
    {
    }

    /// <summary>Reads the first words; null when there are none or they cannot be read.</summary>
    public static async Task<string?> ReadAsync(IContainerEngine engine, string containerId, TimeProvider time)
    {
        var logs = new MainLogs();
        try
        {
            await Bounded.Ask(token => engine.ReadLogsAsync(containerId, logs, token), SandboxTimes.Answer, time);
        }
        catch (EngineException)
        {
            return null; // They were to explain another failure, which is reported anyway.
        }

        var text = Encoding.UTF8.GetString(logs._text.WrittenSpan).Trim();
        return text.Length == 0 ? null : text;
    }

    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes) =>
        _text.Write(bytes[..Math.Min(bytes.Length, Kept - _text.WrittenCount)]);
}
