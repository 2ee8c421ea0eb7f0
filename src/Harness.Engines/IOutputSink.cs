namespace Harness.Engines;

/// <summary>Takes output as it arrives, raw. Called from one thread at a time; it must not block for long.</summary>
public interface IOutputSink
{
    /// <summary>Takes the next bytes of a stream.</summary>
    void Write(OutputStream stream, ReadOnlySpan<byte> bytes);
}
