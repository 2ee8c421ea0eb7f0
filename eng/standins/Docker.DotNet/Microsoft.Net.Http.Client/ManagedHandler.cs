#nullable enable
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet.Transport;

namespace Microsoft.Net.Http.Client;

/// <summary>
/// Sends requests to one engine: ordinary ones over a pool of kept connections, hijacking ones each over a connection
/// of its own. Never through a proxy.
/// </summary>
public class ManagedHandler : HttpMessageHandler
{
    private readonly EngineEndpoint _endpoint;
    private readonly HttpMessageInvoker _pool;

    internal ManagedHandler(EngineEndpoint endpoint)
    {
        _endpoint = endpoint;
        _pool = CreateInvoker(ConnectAsync);
    }

    public X509CertificateCollection? ClientCertificates { get; set; }

    public RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return request.Options.TryGetValue(HijackSlot.Key, out var slot)
                ? await SendOnOwnConnectionAsync(request, slot, cancellationToken).ConfigureAwait(false)
                : await _pool.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException cause)
        {
            // The original names the host of the request, which for a socket file is not where the engine is.
            throw new HttpRequestException(exception.HttpRequestError, $"Connection failed: {_endpoint.Uri}: {cause.Message}", cause);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AuthenticationException cause)
        {
            // As the published handler: a failed handshake shows as itself.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _pool.Dispose();

        base.Dispose(disposing);
    }

    private static HttpMessageInvoker CreateInvoker(Func<CancellationToken, ValueTask<Stream>> connect) =>
        new(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectCallback = (_, cancellationToken) => connect(cancellationToken),
            // Whoever gives up on logs or an archive hangs up, instead of reading on for a while in the background.
            MaxResponseDrainSize = 0,
            UseCookies = false,
            UseProxy = false,
        });

    private async Task<HttpResponseMessage> SendOnOwnConnectionAsync(
        HttpRequestMessage request, HijackSlot slot, CancellationToken cancellationToken)
    {
        // Disposing the invoker ends its pool; the one connection it made has left that pool with the response.
        using var single = CreateInvoker(async connecting => slot.Connection = await ConnectAsync(connecting).ConfigureAwait(false));
        return await single.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = _endpoint.CreateSocket();
        try
        {
            await socket.ConnectAsync(_endpoint.Address, cancellationToken).ConfigureAwait(false);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return _endpoint.Tls ? await SecureAsync(plain, cancellationToken).ConfigureAwait(false) : plain;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(NetworkStream plain, CancellationToken cancellationToken)
    {
        var secured = new SslStream(plain, leaveInnerStreamOpen: false, ServerCertificateValidationCallback);
        var options = new SslClientAuthenticationOptions { ClientCertificates = ClientCertificates, TargetHost = _endpoint.Host };
        await secured.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
        return secured;
    }
}
