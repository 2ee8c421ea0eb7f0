using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Harness.Engines.Tests.Support;

/// <summary>
/// Stands between client and engine, so that the connection can break as it does when an engine dies: end of stream, then refusal;
/// or stay and carry nothing, as it does when an engine hangs.
/// </summary>
internal sealed class EngineProxy : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _engine;
    private volatile bool _frozen;
    private string? _doomed;

    public EngineProxy(string address)
    {
        _engine = new Uri(address).LocalPath;
        _listener.Bind(new UnixDomainSocketEndPoint(_folder["proxy.sock"]));
        _listener.Listen();
        _ = Task.Run(ServeAsync); // away from the few threads that tests share
    }

    public string Address => "unix://" + _folder["proxy.sock"];

    /// <summary>Whether connections that are made while the engine is away wait until it is back.</summary>
    public bool WaitsForEngine { get; init; }

    /// <summary>Breaks every connection; new ones can be made.</summary>
    public void Cut()
    {
        foreach (var socket in _open)
            socket.Dispose();
    }

    /// <summary>Breaks the connection over which the next request comes whose first line has a text in it.</summary>
    public void BreakNext(string request) => _doomed = request;

    /// <summary>Breaks every connection and takes no new one.</summary>
    public void Die()
    {
        _listener.Dispose();
        Cut();
    }

    /// <summary>Keeps every connection, takes new ones, and lets nothing through until <see cref="Thaw"/>.</summary>
    public void Freeze() => _frozen = true;

    /// <summary>Lets everything through that was held back.</summary>
    public void Thaw() => _frozen = false;

    public void Dispose()
    {
        Die();
        _folder.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                var engine = await ConnectAsync();
                _open.Add(client);
                _open.Add(engine);
                _ = PumpAsync(client, engine);
                _ = PumpAsync(engine, client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return; // Dead.
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        while (true)
        {
            var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engine));
                return engine;
            }
            catch (SocketException) when (WaitsForEngine)
            {
                engine.Dispose();
                await Task.Delay(20);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[65536];
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                while (_frozen)
                    await Task.Delay(20);
                if (IsDoomed(buffer.AsSpan(0, count)))
                {
                    from.Dispose();
                    to.Dispose();
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            to.Dispose();
        }
    }

    private bool IsDoomed(ReadOnlySpan<byte> bytes)
    {
        var doomed = _doomed;
        var end = bytes.IndexOf("\r\n"u8);
        return doomed is not null
            && end > 0
            && bytes[..end].EndsWith("HTTP/1.1"u8)
            && Encoding.ASCII.GetString(bytes[..end]).Contains(doomed, StringComparison.Ordinal)
            && Interlocked.CompareExchange(ref _doomed, null, doomed) == doomed;
    }
}
