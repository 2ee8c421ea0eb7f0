using Docker.DotNet;
using Harness.Engines.Discovery;
using Harness.Engines.Docker.Tls;

namespace Harness.Engines.Docker;

/// <summary>Where the API of an engine is.</summary>
/// <param name="Endpoint">Such as <c>unix:///var/run/docker.sock</c> or <c>tcp://127.0.0.1:2376</c>.</param>
/// <param name="Tls">How the connection is secured; null: not at all.</param>
internal sealed record ApiAddress(Uri Endpoint, TlsFiles? Tls = null)
{
    /// <summary>The address without credentials, for messages and records.</summary>
    public string Display => DockerEndpoint.Display(Endpoint);

    /// <summary>A client that speaks a version of the Engine API; null: the engine's newest.</summary>
    public DockerClient CreateClient(Version? version)
    {
        // The library's own limit of 100 s would cut slow requests short without saying so; callers bring their deadlines.
        // Disposing the client disposes the configuration, and that the credentials.
        var credentials = Tls is null ? null : new TlsCredentials(TlsIdentity.Load(Tls));
        return new DockerClientConfiguration(Endpoint, credentials, Timeout.InfiniteTimeSpan).CreateClient(version);
    }
}
