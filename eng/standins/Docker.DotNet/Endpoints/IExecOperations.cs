using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>Commands in running containers.</summary>
public interface IExecOperations
{
    Task<ContainerExecCreateResponse> ExecCreateContainerAsync(
        string id, ContainerExecCreateParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Starts it with nobody listening.</summary>
    Task StartContainerExecAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Starts it and takes over its streams. <paramref name="tty"/> as it was created.</summary>
    Task<MultiplexedStream> StartAndAttachContainerExecAsync(string id, bool tty, CancellationToken cancellationToken = default);

    Task<ContainerExecInspectResponse> InspectContainerExecAsync(string id, CancellationToken cancellationToken = default);
}
