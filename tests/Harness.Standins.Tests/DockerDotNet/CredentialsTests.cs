using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet;
using Microsoft.Net.Http.Client;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class CredentialsTests : IDisposable
{
    private const int Limit = 20_000;

    private readonly X509Certificate2 _engine = Certificate("engine");
    private readonly X509Certificate2 _client = Certificate("client");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _engine.Dispose();
        _client.Dispose();
    }

    [Fact(Timeout = Limit)]
    public async Task Certificates_open_a_secured_engine_and_its_input_still_ends_alone()
    {
        await using var engine = Secured();
        using var client = engine.CreateClient(credentials: new Certificates(_client, _engine));

        await client.System.PingAsync(Cancellation);
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);
        await stream.WriteAsync("ping"u8.ToArray(), 0, 4, Cancellation);
        stream.CloseWrite();

        Assert.Equal(("ping", ""), await stream.ReadOutputToEndAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task An_engine_with_another_certificate_is_not_trusted()
    {
        await using var engine = Secured();
        using var client = engine.CreateClient(credentials: new Certificates(_client, expected: _client));

        await Assert.ThrowsAsync<AuthenticationException>(() => client.System.PingAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task A_handler_around_the_own_one_sees_every_request()
    {
        var seen = new List<string>();
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            var request = await connection.ReadAsync(cancellation);
            seen.Add(request!["Authorization"]);
            if (request.Target == "/_ping")
                await connection.AnswerAsync("200 OK", "", cancellation);
            else
                await connection.HijackAsync(request, cancellation);
        });
        using var client = engine.CreateClient(credentials: new Password());

        await client.System.PingAsync(Cancellation);
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);

        Assert.Equal(("", ""), await stream.ReadOutputToEndAsync(Cancellation));
        Assert.Equal(["Basic secret", "Basic secret"], seen);
    }

    private FakeEngine Secured() => FakeEngine.Serving(
        async (connection, cancellation) =>
        {
            if (await connection.ReadAsync(cancellation) is not { } request)
                return;

            if (request.Target == "/_ping")
            {
                await connection.AnswerAsync("200 OK", "", cancellation);
                return;
            }

            await connection.HijackAsync(request, cancellation);
            using var input = new MemoryStream();
            await connection.Stream.CopyToAsync(input, cancellation);
            await connection.SendAsync(Frame.Of(1, input.ToArray()), cancellation);
        },
        new SslServerAuthenticationOptions
        {
            ServerCertificate = _engine,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = Only(_client),
        });

    private static RemoteCertificateValidationCallback Only(X509Certificate2 expected) =>
        (_, certificate, _, _) => certificate?.GetCertHashString() == expected.GetCertHashString();

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private sealed class Certificates(X509Certificate2 own, X509Certificate2 expected) : Credentials
    {
        public override bool IsTlsCredentials() => true;

        public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler)
        {
            var handler = (ManagedHandler)innerHandler;
            handler.ClientCertificates = new X509CertificateCollection { own };
            handler.ServerCertificateValidationCallback = Only(expected);
            return handler;
        }
    }

    private sealed class Password : Credentials
    {
        public override bool IsTlsCredentials() => false;

        public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler) => new Signing(innerHandler);

        private sealed class Signing(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "secret");
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
