using System.Buffers;
using System.Text;

namespace CliWrap.Piping;

/// <summary>Turns an output into text.</summary>
internal static class TextPump
{
    private const int BufferSize = 4096;

    public static async Task AppendAsync(Stream origin, StringBuilder text, Encoding encoding, CancellationToken cancellationToken)
    {
        using var reader = OpenReader(origin, encoding);
        var buffer = ArrayPool<char>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
                lock (text) // both outputs may go into one builder
                    text.Append(buffer, 0, read);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    public static async Task ForEachLineAsync(
        Stream origin,
        Func<string, CancellationToken, Task> handleLineAsync,
        Encoding encoding,
        CancellationToken cancellationToken)
    {
        using var reader = OpenReader(origin, encoding);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            await handleLineAsync(line, cancellationToken).ConfigureAwait(false);
    }

    private static StreamReader OpenReader(Stream origin, Encoding encoding) =>
        new(origin, encoding, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
}
