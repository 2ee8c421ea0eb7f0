namespace Harness.Engines;

/// <summary>Takes output as it arrives, raw. Called from one thread at a time; it must neither block for long nor throw.</summary>
public interface IOutputSink
{
    /// <summary>Hears the engine's id of the exec before its first output, where the engine has such ids; events name it.</summary>
    void Identify(string execId)
    {
    }

    /// <summary>Takes the next bytes of a stream.</summary>
    void Write(OutputStream stream, ReadOnlySpan<byte> bytes);

    /// <summary>Nothing more comes; the process itself may still run.</summary>
    void End()
    {
    }
}
