using System.Text.Json.Nodes;
using Docker.DotNet;
using Docker.DotNet.Models;
using Harness.Engines.Docker;

namespace Harness.Engines.Podman;

/// <summary>
/// Podman through its API: Docker's, as far as Podman keeps to it, and its own where Docker's cannot say what a sandbox needs.
/// </summary>
public sealed class PodmanEngine : IContainerEngine
{
    private readonly DockerClient _client;
    private readonly LibpodApi _libpod;
    private readonly DockerContainers _containers;
    private readonly DockerExecs _execs;
    private readonly PodmanImages _images;
    private readonly DockerEvents _events;

    private PodmanEngine(DockerClient client, LibpodApi libpod, EngineInfo info, long eventsSince)
    {
        (_client, _libpod, Info) = (client, libpod, info);
        _containers = new(client, PodmanErrors.IsGone);
        _execs = new(client, PodmanExecs.Judge);
        _images = new(client, libpod);
        _events = new(client, eventsSince, PodmanEvents.Parse);
    }

    /// <inheritdoc />
    public EngineInfo Info { get; }

    /// <inheritdoc />
    public Task PingAsync(CancellationToken cancellationToken) => DockerErrors.Translate(
        () => _client.System.PingAsync(cancellationToken), EngineFault.EngineLost, cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindMissingInitAsync(CancellationToken cancellationToken) => PodmanInit.FindMissingAsync(() => _libpod.CreateContainerAsync(
        new() { ["init"] = true, ["rootfs"] = PodmanInit.NoRoot, ["command"] = new JsonArray("true") }, cancellationToken));

    /// <inheritdoc />
    public Task<ImageInfo?> FindImageAsync(string reference, CancellationToken cancellationToken) =>
        _images.FindAsync(reference, cancellationToken);

    /// <inheritdoc />
    public Task PullImageAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken) =>
        _images.PullAsync(reference, platform, progress, cancellationToken);

    /// <inheritdoc />
    public async Task<string> CreateContainerAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        await _images.RequirePlatformAsync(spec.Image, spec.Platform, cancellationToken);
        return await _libpod.CreateContainerAsync(PodmanContainerRequest.From(spec, Info), cancellationToken);
    }

    /// <inheritdoc />
    public Task StartContainerAsync(string id, CancellationToken cancellationToken) => _containers.StartAsync(id, cancellationToken);

    /// <inheritdoc />
    public async Task<ContainerState?> InspectContainerAsync(string id, CancellationToken cancellationToken)
    {
        var state = await _containers.InspectAsync(id, cancellationToken);
        // Podman 4 says "no" whatever happened.
        return state is { OomKilled: false } ? state with { OomKilled = null } : state;
    }

    /// <inheritdoc />
    public async Task<ExecExit> ExecAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var exit = await _execs.RunAsync(id, spec, output, cancellationToken);
        // Podman says 0, too, when the file with the code has gone with the container, so that 0 counts only of one that lives.
        return exit.ExitCode == 0 && await InspectContainerAsync(id, cancellationToken) is not { Status: "running" or "paused" }
            ? exit with { ExitCode = null }
            : exit;
    }

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
        _libpod.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Connects to the engine that gave a version.</summary>
    /// <exception cref="EngineException">It is too old.</exception>
    internal static async Task<PodmanEngine> OpenAsync(ApiAddress address, VersionResponse version, CancellationToken cancellationToken)
    {
        var client = address.CreateClient(DockerApiVersion.Choose(version));
        try
        {
            var system = await client.System.GetSystemInfoAsync(cancellationToken);
            var info = DockerSystem.Describe(version, system, address, EngineKind.Podman);
            return new PodmanEngine(
                client, new LibpodApi(address), info with { Capabilities = PodmanEvents.Capabilities }, PodmanEvents.Since(system.SystemTime));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
