using System.Globalization;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>What the engine says of itself.</summary>
internal static class DockerSystem
{
    /// <summary>Whether it is Podman that answers behind Docker's API.</summary>
    public static bool IsPodman(VersionResponse version) =>
        version.Components?.Any(c => c.Name?.Contains("podman", StringComparison.OrdinalIgnoreCase) ?? false) ?? false;

    /// <summary>The facts that are recorded once per invocation.</summary>
    public static EngineInfo Describe(VersionResponse version, SystemInfoResponse info, ApiAddress address, EngineKind kind)
    {
        return new EngineInfo(
            kind,
            version.Version,
            address.Display,
            version.Os,
            version.Arch,
            info.KernelVersion,
            info.CgroupVersion is { Length: > 0 } cgroup ? "v" + cgroup : null,
            info.SecurityOptions?.Contains("name=rootless"),
            info.Driver,
            info.NCPU > 0 ? (int)info.NCPU : null,
            info.MemTotal > 0 ? info.MemTotal : null,
            IsLocal(address.Endpoint, info.KernelVersion))
        {
            Warnings = [.. info.Warnings ?? []],
            StorageFolder = info.DockerRootDir is { Length: > 0 } folder ? folder : null,
            Clock = Clock(info.SystemTime),
            Controllers = Controllers(info.MemoryLimit, info.SwapLimit, info.CPUCfsQuota, info.PidsLimit),
        };
    }

    /// <summary>An engine's time as it spells it; null when it does not say.</summary>
    public static DateTimeOffset? Clock(string? systemTime) =>
        DateTimeOffset.TryParse(systemTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now) ? now : null;

    /// <summary>The names of what can be limited.</summary>
    public static IReadOnlyList<string> Controllers(bool memory, bool swap, bool cpu, bool pids) =>
    [
        .. memory ? ["memory"] : Array.Empty<string>(),
        .. swap ? ["swap"] : Array.Empty<string>(),
        .. cpu ? ["cpu"] : Array.Empty<string>(),
        .. pids ? ["pids"] : Array.Empty<string>(),
    ];

    /// <summary>Whether containers run on this machine. A local socket may lead into a virtual machine; its kernel gives that away.</summary>
    public static bool IsLocal(Uri endpoint, string? kernel) => endpoint.Scheme == "unix" && IsOwnKernel(kernel);

    /// <summary>Whether a kernel's name is that of this machine's own.</summary>
    public static bool IsOwnKernel(string? kernel)
    {
        const string own = "/proc/sys/kernel/osrelease";
        return File.Exists(own)
            && string.Compare(File.ReadAllText(own).Trim(), kernel, CultureInfo.InvariantCulture, CompareOptions.Ordinal) == 0;
    }
}
