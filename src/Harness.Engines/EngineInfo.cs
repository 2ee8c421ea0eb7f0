namespace Harness.Engines;

/// <summary>What an engine says of itself, read once per invocation. A value that is not known is null.</summary>
/// <param name="Kind">How the engine is spoken to.</param>
/// <param name="Version">The engine's version, such as <c>27.3.1</c>.</param>
/// <param name="Endpoint">The socket, address or binary it was reached through, without credentials.</param>
/// <param name="OperatingSystem">The engine's operating system as in OCI platforms, such as <c>linux</c>.</param>
/// <param name="Architecture">The engine's architecture as in OCI platforms, such as <c>amd64</c>.</param>
/// <param name="KernelVersion">Kernel of the machine that runs the containers.</param>
/// <param name="CgroupVersion"><c>v1</c> or <c>v2</c>.</param>
/// <param name="Rootless">Whether the engine runs without root.</param>
/// <param name="StorageDriver">Such as <c>overlay2</c>.</param>
/// <param name="CpuCount">CPUs the engine can give to containers.</param>
/// <param name="MemoryBytes">Memory of the machine that runs the containers, in bytes.</param>
/// <param name="IsLocal">Whether containers run on this machine, so that their cgroups can be read directly.</param>
public sealed record EngineInfo(
    EngineKind Kind,
    string Version,
    string Endpoint,
    string OperatingSystem,
    string Architecture,
    string? KernelVersion,
    string? CgroupVersion,
    bool? Rootless,
    string? StorageDriver,
    int? CpuCount,
    long? MemoryBytes,
    bool IsLocal)
{
    /// <summary>What the engine warns of, such as a kernel that cannot limit swap; empty when there is nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Where it keeps images and containers, on the machine that runs them.</summary>
    public string? StorageFolder { get; init; }

    /// <summary>The engine's own clock when it was connected to.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>What it says it can limit, of <c>memory</c>, <c>swap</c>, <c>cpu</c> and <c>pids</c>; null when it does not say.</summary>
    public IReadOnlyList<string>? Controllers { get; init; }

    /// <summary>What it witnesses; everything unless said otherwise.</summary>
    public EngineCapabilities Capabilities { get; init; } = EngineCapabilities.All;

    /// <summary>The engine's own platform, such as <c>linux/amd64</c>.</summary>
    public string Platform => $"{OperatingSystem}/{Architecture}";
}
