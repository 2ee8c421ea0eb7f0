using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class VolumeOperations(ApiConnection connection) : IVolumeOperations
{
    public Task<VolumesListResponse> ListAsync(CancellationToken cancellationToken) => ListAsync(null, cancellationToken);

    public Task<VolumesListResponse> ListAsync(VolumesListParameters parameters, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            new(HttpMethod.Get, "volumes") { Query = new QueryString().Add("filters", parameters?.Filters) },
            EngineJson.Default.VolumesListResponse,
            cancellationToken);

    public Task<VolumeResponse> CreateAsync(VolumesCreateParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return connection.ReadAsync(
            new(HttpMethod.Post, "volumes/create") { Body = Content.Json(parameters, EngineJson.Default.VolumesCreateParameters) },
            EngineJson.Default.VolumeResponse,
            cancellationToken);
    }

    public Task<VolumeResponse> InspectAsync(string name, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            new(HttpMethod.Get, $"volumes/{Content.Segment(name, nameof(name))}"), EngineJson.Default.VolumeResponse, cancellationToken);

    public Task RemoveAsync(string name, bool? force, CancellationToken cancellationToken) =>
        connection.SendAsync(
            new(HttpMethod.Delete, $"volumes/{Content.Segment(name, nameof(name))}") { Query = new QueryString().Add("force", force) },
            cancellationToken);
}
