using System.Buffers;
using CliWrap;

namespace Harness.Engines.Cli;

/// <summary>Leads both outputs of a process into one sink, which hears of one piece at a time, and of the end of both.</summary>
internal sealed class SinkPipes(IOutputSink sink)
{
    private const int BufferBytes = 64 * 1024;
    private readonly Lock _gate = new();
    private int _open = 2;

    /// <summary>Where to lead an output. It is read to its end, however long a line is.</summary>
    public PipeTarget Into(OutputStream stream) => PipeTarget.Create((origin, token) => CopyAsync(origin, stream, token));

    private async Task CopyAsync(Stream origin, OutputStream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await origin.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                lock (_gate)
                    sink.Write(stream, buffer.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (Interlocked.Decrement(ref _open) == 0)
                sink.End();
        }
    }
}
