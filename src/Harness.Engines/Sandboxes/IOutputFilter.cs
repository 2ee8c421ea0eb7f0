using System.Buffers;

namespace Harness.Engines.Sandboxes;

/// <summary>Changes one stream of output before anything of it is kept or shown, such as by replacing secrets.</summary>
public interface IOutputFilter
{
    /// <summary>Takes the next bytes and passes on what is settled.</summary>
    void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> output);

    /// <summary>Passes on what was held back; the stream has ended.</summary>
    void Complete(IBufferWriter<byte> output);
}
