using Harness.Engines.Discovery;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Discovery;

/// <summary>Real engines behind TLS.</summary>
public sealed class EngineTlsTests : IDisposable
{
    private readonly TemporaryFolder _certificates = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), Engines(Only = [EngineKind.Docker, EngineKind.Podman])]
    public async Task An_engine_behind_TLS_is_spoken_to_with_the_certificates_that_docker_would_use(EngineKind kind)
    {
        var (direct, image) = await TestEngine.RequireImageAsync(kind);
        using var proxy = new TlsProxy(TestEngine.RequireAddress(kind), _certificates);

        var connection = await EngineConnector.ConnectAsync(EngineChoice.Auto, Environment(proxy), Cancellation);
        await using var engine = connection.Engine;
        await using var bed = await SandboxBed.StartAsync(engine, image);

        Assert.Equal((kind, proxy.Address), (engine.Info.Kind, engine.Info.Endpoint));
        Assert.False(engine.Info.IsLocal);
        Assert.Equal("through\n", await bed.ReadAsync("echo through"));
        Assert.NotNull(await direct.InspectContainerAsync(bed.Sandbox.ContainerId, Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_engine_of_another_authority_is_not_trusted()
    {
        using var proxy = new TlsProxy(TestEngine.RequireAddress(EngineKind.Docker), _certificates);
        using (var other = TlsProxy.Authority())
            await File.WriteAllTextAsync(_certificates["ca.pem"], other.ExportCertificatePem(), Cancellation);

        var error = await FailAsync(Environment(proxy));

        Assert.Equal(EngineFault.EngineNotRunning, error.Fault);
        Assert.Contains("its certificate is not trusted", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_engine_that_bears_another_name_is_not_trusted()
    {
        using var proxy = new TlsProxy(TestEngine.RequireAddress(EngineKind.Docker), _certificates);
        var environment = Environment(proxy);
        environment["DOCKER_HOST"] = proxy.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);

        Assert.Contains("its certificate is not trusted", (await FailAsync(environment)).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Files_that_are_no_certificates_are_named()
    {
        using var proxy = new TlsProxy(TestEngine.RequireAddress(EngineKind.Docker), _certificates);
        await File.WriteAllTextAsync(_certificates["cert.pem"], "not a certificate", Cancellation);

        Assert.Contains(
            $"the TLS files cannot be used ({_certificates["ca.pem"]}, {_certificates["cert.pem"]}, {_certificates["key.pem"]}):",
            (await FailAsync(Environment(proxy))).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _certificates.Dispose();

    private Dictionary<string, string> Environment(TlsProxy proxy) => new()
    {
        ["DOCKER_HOST"] = proxy.Address,
        ["DOCKER_TLS_VERIFY"] = "1",
        ["DOCKER_CERT_PATH"] = _certificates.Path,
    };

    private static Task<EngineException> FailAsync(Dictionary<string, string> environment) =>
        Assert.ThrowsAsync<EngineException>(() => EngineConnector.ConnectAsync(EngineChoice.Auto, environment, Cancellation));
}
