using System.Text;
using CliWrap.Piping;

namespace CliWrap;

/// <summary>What a process reads from its standard input.</summary>
public abstract class PipeSource
{
    /// <summary>Nothing: the process finds its input ended.</summary>
    public static PipeSource Null { get; } = Create((_, _) => Task.CompletedTask);

    /// <summary>Writes everything to <paramref name="destination" />, the process's standard input.</summary>
    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    public static PipeSource Create(Func<Stream, CancellationToken, Task> handlePipeAsync) => new DelegatePipeSource(handlePipeAsync);

    /// <summary>Runs <paramref name="handlePipe" /> on a thread of its own, so that it can block without blocking the caller.</summary>
    public static PipeSource Create(Action<Stream> handlePipe) =>
        Create((destination, cancellationToken) => Task.Run(() => handlePipe(destination), cancellationToken));

    public static PipeSource FromStream(Stream stream, bool autoFlush) =>
        Create((destination, cancellationToken) => StreamPump.CopyAsync(stream, destination, autoFlush, cancellationToken));

    public static PipeSource FromStream(Stream stream) => FromStream(stream, autoFlush: true);

    /// <summary>Opens the file when the command is executed, not before.</summary>
    public static PipeSource FromFile(string filePath) =>
        Create(async (destination, cancellationToken) =>
        {
            var file = File.OpenRead(filePath);
            await using (file.ConfigureAwait(false))
                await file.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        });

    public static PipeSource FromBytes(ReadOnlyMemory<byte> data) =>
        Create((destination, cancellationToken) => destination.WriteAsync(data, cancellationToken).AsTask());

    public static PipeSource FromBytes(byte[] data) => FromBytes((ReadOnlyMemory<byte>)data);

    public static PipeSource FromString(string str, Encoding encoding) => FromBytes(encoding.GetBytes(str));

    /// <summary>Encodes with <see cref="Console.InputEncoding" />.</summary>
    public static PipeSource FromString(string str) => FromString(str, Console.InputEncoding);
}
