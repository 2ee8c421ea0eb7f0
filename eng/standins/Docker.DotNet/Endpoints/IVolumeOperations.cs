using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>Volumes.</summary>
public interface IVolumeOperations
{
    Task<VolumesListResponse> ListAsync(CancellationToken cancellationToken = default);

    Task<VolumesListResponse> ListAsync(VolumesListParameters parameters, CancellationToken cancellationToken = default);

    Task<VolumeResponse> CreateAsync(VolumesCreateParameters parameters, CancellationToken cancellationToken = default);

    Task<VolumeResponse> InspectAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The published package does not pass <paramref name="force"/> on.</summary>
    Task RemoveAsync(string name, bool? force = null, CancellationToken cancellationToken = default);
}
