using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>The engine itself.</summary>
public interface ISystemOperations
{
    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    Task PingAsync(CancellationToken cancellationToken = default);

    Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The events as the engine's own JSON, a line each. Returns once the engine has answered, before the first event; that is
    /// the one thing the other overload, which is meant to replace it, cannot tell.
    /// </summary>
    [Obsolete("Use the overload with IProgress.")]
    Task<Stream> MonitorEventsAsync(ContainerEventsParameters parameters, CancellationToken cancellationToken);

    /// <summary>
    /// Reports events as they happen, until the token is cancelled or the engine ends. Nothing says when listening has
    /// begun: set <see cref="ContainerEventsParameters.Since"/> to miss none.
    /// </summary>
    Task MonitorEventsAsync(
        ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken = default);
}
