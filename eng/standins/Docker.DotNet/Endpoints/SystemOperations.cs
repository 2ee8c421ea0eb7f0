using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class SystemOperations(ApiConnection connection) : ISystemOperations
{
    public Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken) =>
        connection.ReadAsync(new(HttpMethod.Get, "version"), EngineJson.Default.VersionResponse, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(new(HttpMethod.Get, "_ping"), cancellationToken);

    public Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken) =>
        connection.ReadAsync(new(HttpMethod.Get, "info"), EngineJson.Default.SystemInfoResponse, cancellationToken);

    public Task MonitorEventsAsync(ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return connection.MonitorAsync(Events(parameters), EngineJson.Default.Message, progress, cancellationToken);
    }

    public async Task<Stream> MonitorEventsAsync(ContainerEventsParameters parameters, CancellationToken cancellationToken)
    {
        // Disposing the stream ends the response.
        var response = await connection.OpenAsync(Events(parameters), cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ApiRequest Events(ContainerEventsParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("since", parameters.Since)
            .Add("until", parameters.Until)
            .Add("filters", parameters.Filters);
        return new(HttpMethod.Get, "events") { Query = query };
    }
}
