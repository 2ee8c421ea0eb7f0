using Harness.Engines;

namespace Harness.Evidence;

/// <summary>The engine that was used.</summary>
/// <param name="Kind"><c>docker podman docker-cli podman-cli</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cgroup"><c>v1</c> or <c>v2</c>.</param>
/// <param name="Rootless">Whether it runs without root.</param>
/// <param name="Kernel">Kernel of the machine that runs the containers.</param>
/// <param name="Storage">Storage driver.</param>
/// <param name="Discovery">How it was found.</param>
public sealed record EngineEvidence(
    string Kind,
    string? Version = null,
    string? Cgroup = null,
    bool? Rootless = null,
    string? Kernel = null,
    string? Storage = null,
    EngineDiscovery? Discovery = null)
{
    /// <summary>From what the engine says of itself.</summary>
    public static EngineEvidence Of(EngineInfo info, EngineDiscovery? discovery = null) =>
        new(KebabCase.Of(info.Kind), info.Version, info.CgroupVersion, info.Rootless, info.KernelVersion, info.StorageDriver, discovery);
}
