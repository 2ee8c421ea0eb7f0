#nullable enable
using System.Net.Security;
using System.Net.Sockets;

namespace Docker.DotNet.Transport;

/// <summary>A connection taken over from HTTP: bytes both ways, and each way can end on its own.</summary>
internal sealed class HijackedStream(Stream raw, Stream connection) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Tells the other side that no more input comes; output can still be read.</summary>
    public void CloseWrite()
    {
        try
        {
            if (connection is SslStream secured)
                secured.ShutdownAsync().GetAwaiter().GetResult();
            else
                ((NetworkStream)connection).Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException or IOException)
        {
            // The other side has gone first, and its end of the input with it: there is nothing left to close.
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => raw.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        raw.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        raw.ReadAsync(buffer, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => raw.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        raw.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        raw.WriteAsync(buffer, cancellationToken);

    public override void Flush() => raw.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => raw.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            raw.Dispose();
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
