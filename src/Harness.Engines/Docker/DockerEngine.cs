using Docker.DotNet;

namespace Harness.Engines.Docker;

/// <summary>Docker through the Engine API, with a version negotiated once.</summary>
public sealed class DockerEngine : IContainerEngine
{
    private readonly DockerClient _client;
    private readonly DockerContainers _containers;
    private readonly DockerExecs _execs;
    private readonly DockerImages _images;
    private readonly DockerEvents _events;

    private DockerEngine(DockerClient client, EngineInfo info)
    {
        _client = client;
        _containers = new(client);
        _execs = new(client);
        _images = new(client);
        _events = new(client);
        Info = info;
    }

    /// <inheritdoc />
    public EngineInfo Info { get; }

    /// <summary>Connects to the engine at an address.</summary>
    /// <param name="endpoint">Such as <c>unix:///var/run/docker.sock</c> or <c>tcp://127.0.0.1:2375</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">Nothing answers, or what answers cannot be used.</exception>
    public static Task<DockerEngine> ConnectAsync(Uri endpoint, CancellationToken cancellationToken) => DockerErrors.Translate(
        () => OpenAsync(endpoint, cancellationToken), EngineFault.RequestFailed, cancellationToken);

    /// <inheritdoc />
    public Task PingAsync(CancellationToken cancellationToken) => DockerErrors.Translate(
        () => _client.System.PingAsync(cancellationToken), EngineFault.EngineLost, cancellationToken);

    /// <inheritdoc />
    public Task<ImageInfo?> FindImageAsync(string reference, CancellationToken cancellationToken) =>
        _images.FindAsync(reference, cancellationToken);

    /// <inheritdoc />
    public Task PullImageAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken) =>
        _images.PullAsync(reference, platform, progress, cancellationToken);

    /// <inheritdoc />
    public Task<string> CreateContainerAsync(ContainerSpec spec, CancellationToken cancellationToken) =>
        _containers.CreateAsync(spec, cancellationToken);

    /// <inheritdoc />
    public Task StartContainerAsync(string id, CancellationToken cancellationToken) => _containers.StartAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<ContainerState?> InspectContainerAsync(string id, CancellationToken cancellationToken) =>
        _containers.InspectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<ExecExit> ExecAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken) =>
        _execs.RunAsync(id, spec, output, cancellationToken);

    /// <inheritdoc />
    public Task WaitContainerAsync(string id, CancellationToken cancellationToken) => _containers.WaitAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken) =>
        _containers.ReadLogsAsync(id, output, cancellationToken);

    /// <inheritdoc />
    public Task KillContainerAsync(string id, int signal, CancellationToken cancellationToken) =>
        _containers.KillAsync(id, signal, cancellationToken);

    /// <inheritdoc />
    public Task DisconnectContainerAsync(string id, CancellationToken cancellationToken) =>
        _containers.DisconnectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task ConnectContainerAsync(string id, CancellationToken cancellationToken) =>
        _containers.ConnectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveContainerAsync(string id, CancellationToken cancellationToken) =>
        _containers.RemoveAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(
        IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        _containers.ListAsync(labels, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<EngineEvent> WatchEventsAsync(
        string labelKey, string labelValue, Action subscribed, CancellationToken cancellationToken) =>
        _events.WatchAsync(labelKey, labelValue, subscribed, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<DockerEngine> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var probe = CreateClient(endpoint, null);
        var version = await probe.System.GetVersionAsync(cancellationToken);
        if (DockerSystem.IsPodman(version))
        {
            throw new EngineException(
                EngineFault.EngineNotFound, $"{DockerEndpoint.Display(endpoint)} is Podman, which is not supported yet.");
        }

        if (DockerApiVersion.Negotiate(version.APIVersion, version.MinAPIVersion) is not { } spoken)
        {
            throw new EngineException(
                EngineFault.EngineNotFound,
                $"Docker {version.Version} speaks version {version.APIVersion} of the Engine API; "
                + $"{DockerApiVersion.Ours} (Docker 20.10) is the oldest that will do.");
        }

        var client = CreateClient(endpoint, spoken);
        try
        {
            return new DockerEngine(client, await DockerSystem.ReadAsync(client, version, endpoint, cancellationToken));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
    private static DockerClient CreateClient(Uri endpoint, Version? version)
    {
        // The library's own limit of 100 s would cut slow requests short without saying so; callers bring their deadlines.
        // Disposing the client disposes the configuration.
        var configuration = new DockerClientConfiguration(endpoint, defaultTimeout: Timeout.InfiniteTimeSpan);
        return configuration.CreateClient(version);
    }
}
