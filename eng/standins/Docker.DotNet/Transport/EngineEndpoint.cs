#nullable enable
using System.Net;
using System.Net.Sockets;

namespace Docker.DotNet.Transport;

/// <summary>What to dial, whether to secure it, and what requests call it.</summary>
internal sealed record EngineEndpoint(Uri Uri, EndPoint Address, bool Tls, string Host)
{
    // Requests need a host name even where a socket file is dialled; engines ignore it.
    private const string SocketHost = "localhost";

    public static EngineEndpoint Parse(Uri uri, bool tlsCredentials) => uri.Scheme switch
    {
        "unix" => new(uri, new UnixDomainSocketEndPoint(uri.LocalPath), Tls: false, SocketHost),
        "tcp" or "http" => Internet(uri, tlsCredentials),
        "https" => Internet(uri, tls: true),
        "npipe" => throw new NotSupportedException($"{uri}: named pipes need the published Docker.DotNet package."),
        _ => throw new NotSupportedException($"{uri}: unknown scheme; an engine is at unix://, tcp://, http:// or https://."),
    };

    public Socket CreateSocket() => Address is UnixDomainSocketEndPoint
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private static EngineEndpoint Internet(Uri uri, bool tls)
    {
        var port = uri.Port > 0 ? uri.Port : tls ? 443 : 80;
        return new(uri, new DnsEndPoint(uri.IdnHost, port), tls, uri.IdnHost);
    }
}
