namespace Docker.DotNet;

/// <summary>Where an engine is and how to speak to it: <c>unix</c>, <c>tcp</c>, <c>http</c> and <c>https</c> endpoints.</summary>
public class DockerClientConfiguration : IDisposable
{
    private static readonly TimeSpan StandardTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan StandardPipeTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>The platform's local engine.</summary>
    public DockerClientConfiguration(
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null)
        : this(LocalEndpoint(), credentials, defaultTimeout, namedPipeConnectTimeout, defaultHttpRequestHeaders)
    {
    }

    public DockerClientConfiguration(
        Uri endpoint,
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (defaultTimeout < Timeout.InfiniteTimeSpan)
            throw new ArgumentException("A default timeout is positive or infinite.", nameof(defaultTimeout));

        EndpointBaseUri = endpoint;
        Credentials = credentials ?? new AnonymousCredentials();
        DefaultTimeout = defaultTimeout == default ? StandardTimeout : defaultTimeout;
        NamedPipeConnectTimeout = namedPipeConnectTimeout == default ? StandardPipeTimeout : namedPipeConnectTimeout;
        DefaultHttpRequestHeaders = defaultHttpRequestHeaders ?? new Dictionary<string, string>();
    }

    public Uri EndpointBaseUri { get; }

    public Credentials Credentials { get; }

    public TimeSpan DefaultTimeout { get; }

    public TimeSpan NamedPipeConnectTimeout { get; }

    public IReadOnlyDictionary<string, string> DefaultHttpRequestHeaders { get; }

    /// <summary>A client bound to one version of the API, or without a version to whatever the engine speaks.</summary>
    public DockerClient CreateClient(Version requestedApiVersion = null) => new(this, requestedApiVersion);

#pragma warning disable CA1816 // The published class is neither sealed nor finalizable.
    public void Dispose() => Credentials.Dispose();
#pragma warning restore CA1816

    private static Uri LocalEndpoint() => new(
        OperatingSystem.IsWindows() ? "npipe://./pipe/docker_engine" : "unix:/var/run/docker.sock");
}
