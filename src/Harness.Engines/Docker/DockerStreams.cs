using System.Buffers;
using Docker.DotNet;

namespace Harness.Engines.Docker;

/// <summary>Reads the engine's two-in-one output stream.</summary>
internal static class DockerStreams
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Copies both streams to a sink until the end of the connection's data.</summary>
    public static async Task CopyAsync(MultiplexedStream stream, IOutputSink output, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await stream.ReadOutputAsync(buffer, 0, BufferBytes, cancellationToken) is { EOF: false } read)
            {
                var target = read.Target == MultiplexedStream.TargetStream.StandardError
                    ? OutputStream.StandardError
                    : OutputStream.StandardOutput;
                output.Write(target, buffer.AsSpan(0, read.Count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
