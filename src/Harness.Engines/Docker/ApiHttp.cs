using System.Net.Security;
using System.Net.Sockets;
using Harness.Engines.Docker.Tls;

namespace Harness.Engines.Docker;

/// <summary>Plain requests to an engine, for what the package's client has no call for.</summary>
internal static class ApiHttp
{
    /// <summary>A client for one address, without a time limit of its own; callers bring their deadlines.</summary>
    public static HttpClient Create(ApiAddress address)
    {
        var endpoint = address.Endpoint;
        var identity = address.Tls is null ? null : TlsIdentity.Load(address.Tls);
        var sockets = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        if (endpoint.Scheme == "unix")
            sockets.ConnectCallback = (_, cancellationToken) => DialAsync(endpoint.LocalPath, cancellationToken);
        if (identity is not null)
        {
            sockets.SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = identity.Own,
                RemoteCertificateValidationCallback = identity.IsTrusted,
            };
        }

        var scheme = identity is not null || endpoint.Scheme == "https" ? "https" : "http";
        return new HttpClient(new Owning(sockets, identity))
        {
            // Requests need a host's name even where a socket file is dialled.
            BaseAddress = endpoint.Scheme == "unix" ? new("http://localhost") : new UriBuilder(scheme, endpoint.Host, endpoint.Port).Uri,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private static async ValueTask<Stream> DialAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The certificates live as long as the connections that use them.
    private sealed class Owning(HttpMessageHandler sockets, TlsIdentity? identity) : DelegatingHandler(sockets)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                identity?.Dispose();
        }
    }
}
