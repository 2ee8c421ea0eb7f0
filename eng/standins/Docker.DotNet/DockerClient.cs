using Docker.DotNet.Transport;

namespace Docker.DotNet;

/// <summary>
/// A client of one engine; safe to share between threads. A request that fails throws <see cref="DockerApiException"/>,
/// an engine out of reach <see cref="HttpRequestException"/>, a request past <see cref="DefaultTimeout"/>
/// <see cref="TaskCanceledException"/>.
/// </summary>
public sealed class DockerClient : IDockerClient
{
    private readonly ApiConnection _connection;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        Configuration = configuration;
        _connection = new ApiConnection(configuration, requestedApiVersion);
        Containers = new ContainerOperations(_connection);
        Images = new ImageOperations(_connection);
        Networks = new NetworkOperations(_connection);
        Volumes = new VolumeOperations(_connection);
        System = new SystemOperations(_connection);
        Exec = new ExecOperations(_connection);
    }

    public DockerClientConfiguration Configuration { get; }

    public TimeSpan DefaultTimeout
    {
        get => _connection.DefaultTimeout;
        set => _connection.DefaultTimeout = value;
    }

    public IContainerOperations Containers { get; }

    public IImageOperations Images { get; }

    public INetworkOperations Networks { get; }

    public IVolumeOperations Volumes { get; }

    public ISystemOperations System { get; }

    public IExecOperations Exec { get; }

    /// <summary>Also disposes of the configuration, as the published client does.</summary>
    public void Dispose()
    {
        Configuration.Dispose();
        _connection.Dispose();
    }
}
