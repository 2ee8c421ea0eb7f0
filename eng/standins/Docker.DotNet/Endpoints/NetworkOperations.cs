using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class NetworkOperations(ApiConnection connection) : INetworkOperations
{
    public Task<IList<NetworkResponse>> ListNetworksAsync(NetworksListParameters parameters, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            new(HttpMethod.Get, "networks") { Query = new QueryString().Add("filters", parameters?.Filters) },
            EngineJson.Default.NetworkList,
            cancellationToken);

    public Task<NetworkResponse> InspectNetworkAsync(string id, CancellationToken cancellationToken) =>
        connection.ReadAsync(Request(HttpMethod.Get, id), EngineJson.Default.NetworkResponse, cancellationToken);

    public Task DeleteNetworkAsync(string id, CancellationToken cancellationToken) =>
        connection.SendAsync(Request(HttpMethod.Delete, id), cancellationToken);

    public Task<NetworksCreateResponse> CreateNetworkAsync(NetworksCreateParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return connection.ReadAsync(
            new(HttpMethod.Post, "networks/create") { Body = Content.Json(parameters, EngineJson.Default.NetworksCreateParameters) },
            EngineJson.Default.NetworksCreateResponse,
            cancellationToken);
    }

    public Task ConnectNetworkAsync(string id, NetworkConnectParameters parameters, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(parameters?.Container))
            throw new ArgumentNullException(nameof(parameters));

        var body = Content.Json(parameters, EngineJson.Default.NetworkConnectParameters);
        return connection.SendAsync(Request(HttpMethod.Post, id, "/connect", body), cancellationToken);
    }

    public Task DisconnectNetworkAsync(string id, NetworkDisconnectParameters parameters, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(parameters?.Container))
            throw new ArgumentNullException(nameof(parameters));

        var body = Content.Json(parameters, EngineJson.Default.NetworkDisconnectParameters);
        return connection.SendAsync(Request(HttpMethod.Post, id, "/disconnect", body), cancellationToken);
    }

    private static ApiRequest Request(HttpMethod method, string id, string action = "", HttpContent body = null) =>
        new(method, $"networks/{Content.Segment(id, nameof(id))}{action}")
        {
            Body = body,
            NotFound = static (status, text) => new DockerNetworkNotFoundException(status, text),
        };
}
