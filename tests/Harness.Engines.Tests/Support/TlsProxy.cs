using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Engines.Tests.Support;

/// <summary>Puts an engine's socket behind TLS, as dockerd with --tlsverify is: the client must show a certificate of the same authority.</summary>
internal sealed class TlsProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _engine;
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _server;

    public TlsProxy(string address, TemporaryFolder certificates)
    {
        _engine = new Uri(address).LocalPath;
        _authority = Authority();
        _server = Issue("localhost");
        File.WriteAllText(certificates["ca.pem"], _authority.ExportCertificatePem());
        using var client = Issue("client");
        File.WriteAllText(certificates["cert.pem"], client.ExportCertificatePem());
        File.WriteAllText(certificates["key.pem"], client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _listener.Start();
        _ = Task.Run(ServeAsync); // away from the few threads that tests share
    }

    public string Address => $"tcp://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _authority.Dispose();
        _server.Dispose();
    }

    private X509Certificate2 Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, _authority.NotBefore, _authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return; // Closed.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        try
        {
            using var plain = client;
            await using var secured = new SslStream(client.GetStream());
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _server,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Issuer == _authority.Subject,
            });
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_engine));
            await using var engine = new NetworkStream(socket);
            await Task.WhenAny(secured.CopyToAsync(engine), engine.CopyToAsync(secured));
        }
        catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            return; // The client sees the same from its side.
        }
    }
}
