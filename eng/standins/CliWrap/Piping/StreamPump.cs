using System.Buffers;

namespace CliWrap.Piping;

/// <summary>Moves bytes with one pooled buffer, so that gigabytes cost no memory.</summary>
internal static class StreamPump
{
    public const int BufferSize = 81920;

    /// <summary>Copies to the end; with <paramref name="autoFlush" /> every piece is passed on as it comes.</summary>
    public static async Task CopyAsync(Stream source, Stream destination, bool autoFlush, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                if (autoFlush)
                    await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
