#nullable enable
using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

/// <summary>
/// A process's streams over one connection. Without a terminal, its output comes in frames that name the stream;
/// with one, everything is standard output. One reader and one writer may use it at a time.
/// </summary>
public class MultiplexedStream(Stream stream, bool multiplexed) : IDisposable
{
    private const int HeaderSize = 8;
    private const int BufferSize = 64 * 1024;

    private readonly byte[] _buffer = multiplexed ? GC.AllocateUninitializedArray<byte>(BufferSize) : [];
    private int _start;
    private int _end;
    private TargetStream _target;
    private uint _remaining;

    public enum TargetStream
    {
        StandardIn = 0,
        StandardOut = 1,
        StandardError = 2,
    }

    /// <summary>Ends the input of the process; its output can still be read.</summary>
    public void CloseWrite() => (stream as HijackedStream)?.CloseWrite();

    public Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer, offset, count, cancellationToken);

    /// <summary>
    /// Waits for output and reads what there is of one stream, up to <paramref name="count"/> bytes. Characters may be
    /// split between reads. Cancelling it closes the connection.
    /// </summary>
    /// <exception cref="EndOfStreamException">The connection ended within a frame.</exception>
    public Task<ReadResult> ReadOutputAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }

    /// <summary>Copies everything, each stream to its place, until the other side ends.</summary>
    public async Task CopyOutputToAsync(Stream stdin, Stream stdout, Stream stderr, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is { EOF: false } result)
            {
                var destination = result.Target switch
                {
                    TargetStream.StandardIn => stdin,
                    TargetStream.StandardOut => stdout,
                    _ => stderr,
                };
                await destination.WriteAsync(buffer.AsMemory(0, result.Count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads both streams to their end, as UTF-8.</summary>
    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using var stdout = new MemoryStream();
        using var stderr = new MemoryStream();
        await CopyOutputToAsync(Stream.Null, stdout, stderr, cancellationToken).ConfigureAwait(false);
        return (Text(stdout), Text(stderr));

        static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        stream.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<ReadResult> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (!multiplexed)
        {
            var received = await ReceiveAsync(destination, cancellationToken).ConfigureAwait(false);
            return new() { Target = TargetStream.StandardOut, Count = received };
        }

        while (_remaining == 0)
        {
            if (!await NextFrameAsync(cancellationToken).ConfigureAwait(false))
                return default;
        }

        if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
            throw new EndOfStreamException($"The connection ended {_remaining} bytes before the end of a frame.");

        return new() { Target = _target, Count = Take(destination.Span) };
    }

    /// <summary>Moves to the next frame's content; false at the end of the connection.</summary>
    private async ValueTask<bool> NextFrameAsync(CancellationToken cancellationToken)
    {
        while (_end - _start < HeaderSize)
        {
            if (await FillAsync(cancellationToken).ConfigureAwait(false))
                continue;

            return _start == _end ? false : throw new EndOfStreamException("The connection ended within the header of a frame.");
        }

        var kind = _buffer[_start];
        if (kind > (byte)TargetStream.StandardError)
            throw new IOException($"Unknown stream type {kind}; output of a terminal is not framed.");

        _target = (TargetStream)kind;
        EnterFrame();
        return true;
    }

    /// <summary>Copies what is buffered of the current frame, and of those after it that belong to the same stream.</summary>
    private int Take(Span<byte> destination)
    {
        var taken = 0;
        do
        {
            var count = (int)Math.Min(Math.Min(_remaining, (uint)(_end - _start)), (uint)(destination.Length - taken));
            _buffer.AsSpan(_start, count).CopyTo(destination[taken..]);
            _start += count;
            _remaining -= (uint)count;
            taken += count;
        }
        while (taken < destination.Length && TryEnterFrameOfSameStream());

        return taken;
    }

    // Processes that write little at a time make frames of a few bytes; going through them one by one costs more than the copying.
    private bool TryEnterFrameOfSameStream()
    {
        if (_remaining > 0 || _end - _start < HeaderSize || _buffer[_start] != (byte)_target)
            return false;

        EnterFrame();
        return true;
    }

    // A header: the stream, three bytes of nothing, the length of the content.
    private void EnterFrame()
    {
        _remaining = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start + 4));
        _start += HeaderSize;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        // What is left is at most the beginning of a header.
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var received = await ReceiveAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += received;
        return received > 0;
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stream.Dispose();
            throw;
        }
    }

    public struct ReadResult
    {
        public int Count { get; set; }

        public TargetStream Target { get; set; }

        public readonly bool EOF => Count == 0;
    }
}
