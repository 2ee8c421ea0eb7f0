using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>
/// Docker or Podman through their command lines, for machines where nothing but the binary may be used. Slower than the API by the
/// start of a process for each request, and otherwise the same.
/// </summary>
public sealed class CliEngine : IContainerEngine
{
    private readonly CliParts _parts;

    private CliEngine(CliParts parts) => _parts = parts;

    /// <inheritdoc />
    public EngineInfo Info => _parts.Info;

    /// <summary>Connects through a command line. Which engine it is the binary says itself: some are called docker and are Podman.</summary>
    /// <param name="binary">Name or path of the binary.</param>
    /// <param name="environment">All of its environment; it says where the engine is, and where the binary is looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">There is no such binary, no engine answers it, or the engine cannot be used.</exception>
    public static async Task<CliEngine> ConnectAsync(
        string binary, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (SearchPath.Find(binary, environment) is not { } path)
            throw new EngineException(EngineFault.EngineNotFound, $"there is no program '{binary}' on the search path");

        var cli = new EngineCli(new ExternalProgram(path, environment));
        try
        {
            var version = await cli.AskAsync(new("--version"), EngineFault.EngineNotFound, cancellationToken);
            return new CliEngine(await (IsPodman(version)
                ? CliParts.PodmanAsync(cli, cancellationToken)
                : CliParts.DockerAsync(cli, cancellationToken)));
        }
        catch (EngineException e) when (e.Fault is EngineFault.EngineLost or EngineFault.RequestFailed)
        {
            throw new EngineException(EngineFault.EngineNotRunning, e.Message, e);
        }
    }

    /// <inheritdoc />
    public Task PingAsync(CancellationToken cancellationToken) => _parts.Events.PingAsync(cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindMissingInitAsync(CancellationToken cancellationToken) => _parts.Containers.FindMissingInitAsync(cancellationToken);

    /// <inheritdoc />
    public Task<ImageInfo?> FindImageAsync(string reference, CancellationToken cancellationToken) =>
        _parts.Images.FindAsync(reference, cancellationToken);

    /// <inheritdoc />
    public Task PullImageAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken) =>
        _parts.Images.PullAsync(reference, platform, progress, cancellationToken);

    /// <inheritdoc />
    public async Task<string> CreateContainerAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        await _parts.Images.RequirePlatformAsync(spec.Image, spec.Platform, cancellationToken);
        return await _parts.Containers.CreateAsync(spec, cancellationToken);
    }

    /// <inheritdoc />
    public Task StartContainerAsync(string id, CancellationToken cancellationToken) => _parts.Containers.StartAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<ContainerState?> InspectContainerAsync(string id, CancellationToken cancellationToken) =>
        _parts.Containers.InspectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<ExecExit> ExecAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken) =>
        _parts.Execs.RunAsync(id, spec, output, cancellationToken);

    /// <inheritdoc />
    public Task WaitContainerAsync(string id, CancellationToken cancellationToken) => _parts.Containers.WaitAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken) =>
        _parts.Containers.ReadLogsAsync(id, output, cancellationToken);

    /// <inheritdoc />
    public Task KillContainerAsync(string id, int signal, CancellationToken cancellationToken) =>
        _parts.Containers.KillAsync(id, signal, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> DisconnectContainerAsync(string id, CancellationToken cancellationToken) =>
        _parts.Containers.DisconnectAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task ConnectContainerAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken) =>
        _parts.Containers.ConnectAsync(id, networks, cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveContainerAsync(string id, CancellationToken cancellationToken) =>
        _parts.Containers.RemoveAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(
        IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        _parts.Containers.ListAsync(labels, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<EngineEvent> WatchEventsAsync(
        string labelKey, string labelValue, Action subscribed, CancellationToken cancellationToken) =>
        _parts.Events.WatchAsync(labelKey, labelValue, subscribed, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _parts.Execs.DisposeAsync();

    private static bool IsPodman(string version) => version.Contains("podman", StringComparison.OrdinalIgnoreCase);
}
