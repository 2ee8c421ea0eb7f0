using System.Text.Json.Serialization;
using Docker.DotNet.Json;

namespace Docker.DotNet.Models;

/// <summary><see cref="ExitCode"/> is zero while the command runs: look at <see cref="Running"/> first.</summary>
public class ContainerExecInspectResponse
{
    [JsonPropertyName("ID")]
    public string ExecID { get; set; }

    public string ContainerID { get; set; }

    public bool Running { get; set; }

    [JsonConverter(typeof(NullAsZeroConverter))]
    public long ExitCode { get; set; }

    public long Pid { get; set; }
}
