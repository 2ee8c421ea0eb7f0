using Docker.DotNet;
using Docker.DotNet.Models;

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
        _containers = new(client, DockerErrors.IsGone);
        _execs = new(client, DockerExecs.Judge);
        _images = new(client);
        _events = new(client, since: 1, DockerEventParser.Parse); // It keeps 256 events; 0 would mean none of them.
        Info = info;
    }

    /// <inheritdoc />
    public EngineInfo Info { get; }

    /// <inheritdoc />
    public Task PingAsync(CancellationToken cancellationToken) => DockerErrors.Translate(
        () => _client.System.PingAsync(cancellationToken), EngineFault.EngineLost, cancellationToken);

    // It comes with its own.
    /// <inheritdoc />
    public Task<string?> FindMissingInitAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

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
    public Task<IReadOnlyList<string>> DisconnectContainerAsync(string id, CancellationToken cancellationToken) =>
        _containers.DisconnectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task ConnectContainerAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken) =>
        _containers.ConnectAsync(id, networks, cancellationToken);

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

    /// <summary>Connects to the engine that gave a version.</summary>
    /// <exception cref="EngineException">It is too old.</exception>
    internal static async Task<DockerEngine> OpenAsync(ApiAddress address, VersionResponse version, CancellationToken cancellationToken)
    {
        var client = address.CreateClient(DockerApiVersion.Choose(version));
        try
        {
            var system = await client.System.GetSystemInfoAsync(cancellationToken);
            return new DockerEngine(client, DockerSystem.Describe(version, system, address, EngineKind.Docker));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
