using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>The engine itself.</summary>
public interface ISystemOperations
{
    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    Task PingAsync(CancellationToken cancellationToken = default);

    Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reports events as they happen, until the token is cancelled or the engine ends. Nothing says when listening has
    /// begun: set <see cref="ContainerEventsParameters.Since"/> to miss none.
    /// </summary>
    Task MonitorEventsAsync(
        ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken = default);
}
