using System.Globalization;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>Containers over the Engine API.</summary>
/// <param name="client">The engine.</param>
/// <param name="isGone">Whether a refusal says that the container has ended or gone.</param>
internal sealed class DockerContainers(DockerClient client, Predicate<DockerApiException> isGone)
{
    private static readonly TimeSpan RemovalPoll = TimeSpan.FromMilliseconds(50);

    public Task<string> CreateAsync(ContainerSpec spec, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () => (await client.Containers.CreateContainerAsync(DockerContainerRequest.From(spec), cancellationToken)).ID,
        EngineFault.ContainerStartFailed,
        cancellationToken);

    public Task StartAsync(string id, CancellationToken cancellationToken) => DockerErrors.Translate(
        () => client.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken),
        EngineFault.ContainerStartFailed,
        cancellationToken);

    public async Task<Engines.ContainerState?> InspectAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } found ? DockerContainerState.From(found.State) : null;

    public Task WaitAsync(string id, CancellationToken cancellationToken) => UnlessGoneAsync(
        () => client.Containers.WaitContainerAsync(id, cancellationToken), cancellationToken);

    public async Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken)
    {
        var parameters = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true };
        using var stream = await DockerErrors.Translate(
            () => client.Containers.GetContainerLogsAsync(id, false, parameters, cancellationToken),
            EngineFault.RequestFailed,
            cancellationToken);
        await DockerErrors.Translate(
            () => DockerStreams.CopyAsync(stream, output, cancellationToken), EngineFault.EngineLost, cancellationToken);
    }

    public Task KillAsync(string id, int signal, CancellationToken cancellationToken) => UnlessGoneAsync(
        () => client.Containers.KillContainerAsync(
            id, new ContainerKillParameters { Signal = signal.ToString(CultureInfo.InvariantCulture) }, cancellationToken),
        cancellationToken);

    public async Task<IReadOnlyList<string>> DisconnectAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } found)
            return [];
        string[] networks = [.. found.NetworkSettings.Networks.Keys];
        foreach (var network in networks)
        {
            await UnlessGoneAsync(
                () => client.Networks.DisconnectNetworkAsync(
                    network, new NetworkDisconnectParameters { Container = id, Force = true }, cancellationToken),
                cancellationToken);
        }

        return networks;
    }

    public async Task ConnectAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken)
    {
        foreach (var network in networks)
        {
            await DockerErrors.Translate(
                () => client.Networks.ConnectNetworkAsync(network, new NetworkConnectParameters { Container = id }, cancellationToken),
                EngineFault.RequestFailed,
                cancellationToken);
        }
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var parameters = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
        try
        {
            await DockerErrors.Translate(
                () => client.Containers.RemoveContainerAsync(id, parameters, cancellationToken),
                EngineFault.RequestFailed,
                cancellationToken);
            return true;
        }
        catch (EngineException e) when (e.Fault == EngineFault.ContainerRemoved)
        {
            return false;
        }
        catch (EngineException e) when (e.InnerException is DockerApiException { StatusCode: HttpStatusCode.Conflict })
        {
            // Somebody else is removing it; it is gone when the engine no longer knows it.
            while (await FindAsync(id, cancellationToken) is not null)
                await Task.Delay(RemovalPoll, cancellationToken);
            return false;
        }
    }

    public async Task<IReadOnlyList<ContainerSummary>> ListAsync(
        IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken)
    {
        var parameters = new ContainersListParameters
        {
            All = true,
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["label"] = labels.ToDictionary(label => label.Value.Length == 0 ? label.Key : $"{label.Key}={label.Value}", _ => true),
            },
        };
        var found = await DockerErrors.Translate(
            () => client.Containers.ListContainersAsync(parameters, cancellationToken), EngineFault.RequestFailed, cancellationToken);
        return [.. found.Select(DockerContainerState.Summary)];
    }

    private Task<ContainerInspectResponse?> FindAsync(string id, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            try
            {
                return await client.Containers.InspectContainerAsync(id, cancellationToken);
            }
            catch (DockerApiException e) when (DockerErrors.IsNotFound(e))
            {
                return null;
            }
        },
        EngineFault.RequestFailed,
        cancellationToken);

    // Waiting for, killing and disconnecting what has ended or gone is no failure.
    private Task UnlessGoneAsync(Func<Task> request, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            try
            {
                await request();
            }
            catch (DockerApiException e) when (isGone(e))
            {
                return;
            }
        },
        EngineFault.RequestFailed,
        cancellationToken);
}
