using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Json;

/// <summary>Everything that crosses the wire. What was not set is not sent, so that the engine's own defaults hold.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(EngineTimeConverter)])]
[JsonSerializable(typeof(AuthConfig))]
[JsonSerializable(typeof(ContainerExecCreateParameters))]
[JsonSerializable(typeof(ContainerExecCreateResponse))]
[JsonSerializable(typeof(ContainerExecInspectResponse))]
[JsonSerializable(typeof(ContainerInspectResponse))]
[JsonSerializable(typeof(ContainerPathStatResponse))]
[JsonSerializable(typeof(ContainerStatsResponse))]
[JsonSerializable(typeof(ContainerUpdateParameters))]
[JsonSerializable(typeof(ContainerUpdateResponse))]
[JsonSerializable(typeof(ContainerWaitResponse))]
[JsonSerializable(typeof(CreateContainerParameters))]
[JsonSerializable(typeof(CreateContainerResponse))]
[JsonSerializable(typeof(ExecStart))]
[JsonSerializable(typeof(IDictionary<string, IDictionary<string, bool>>), TypeInfoPropertyName = "Filters")]
[JsonSerializable(typeof(IList<ContainerListResponse>), TypeInfoPropertyName = "ContainerList")]
[JsonSerializable(typeof(IList<IDictionary<string, string>>), TypeInfoPropertyName = "ImageDeletions")]
[JsonSerializable(typeof(IList<ImagesListResponse>), TypeInfoPropertyName = "ImageList")]
[JsonSerializable(typeof(IList<NetworkResponse>), TypeInfoPropertyName = "NetworkList")]
[JsonSerializable(typeof(ImageInspectResponse))]
[JsonSerializable(typeof(JSONMessage))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(NetworkConnectParameters))]
[JsonSerializable(typeof(NetworkDisconnectParameters))]
[JsonSerializable(typeof(NetworksCreateParameters))]
[JsonSerializable(typeof(NetworksCreateResponse))]
[JsonSerializable(typeof(SystemInfoResponse))]
[JsonSerializable(typeof(VersionResponse))]
[JsonSerializable(typeof(VolumeResponse))]
[JsonSerializable(typeof(VolumesCreateParameters))]
[JsonSerializable(typeof(VolumesListResponse))]
internal sealed partial class EngineJson : JsonSerializerContext;
