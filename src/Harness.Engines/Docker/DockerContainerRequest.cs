using System.Globalization;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>The hardened form in which every container is asked for.</summary>
internal static class DockerContainerRequest
{
    // On a host that runs out of memory the kernel should take the container, not Harness: hosted CI runners give their own
    // processes a score of 500, containers start at 0.
    private const int OomScore = 800;
    private const int OpenFiles = 4096;

    /// <summary>Maps a specification to the Engine API.</summary>
    public static CreateContainerParameters From(ContainerSpec spec) => new()
    {
        Name = spec.Name,
        Platform = spec.Platform,
        Image = spec.Image,
        // As entry point, so that neither the image's own entry point nor its command has a say.
        Entrypoint = [.. spec.Command],
        User = spec.User,
        Hostname = spec.Hostname,
        WorkingDir = "/",
        Env = [.. spec.Environment.Select(pair => $"{pair.Key}={pair.Value}")],
        Labels = spec.Labels.ToDictionary(),
        // The image's health check would run processes that nobody asked for.
        Healthcheck = new HealthConfig { Test = ["NONE"] },
        HostConfig = Host(spec),
    };

    private static HostConfig Host(ContainerSpec spec) => new()
    {
        Init = true,
        AutoRemove = false,
        Memory = spec.Limits.MemoryBytes,
        MemorySwap = spec.Limits.MemoryBytes,
        NanoCPUs = spec.Limits.Cpus is { } cpus ? (long)(cpus * 1e9) : 0,
        PidsLimit = spec.Limits.Pids,
        OomScoreAdj = OomScore,
        ShmSize = spec.Limits.SharedMemoryBytes,
        IpcMode = "private",
        NetworkMode = spec.Network ? "bridge" : "none",
        CapDrop = ["ALL"],
        SecurityOpt = ["no-new-privileges"],
        ReadonlyRootfs = !spec.WritableRoot,
        Tmpfs = new Dictionary<string, string> { ["/tmp"] = Scratch(spec.Limits) },
        Ulimits =
        [
            new Ulimit { Name = "nofile", Soft = OpenFiles, Hard = OpenFiles },
            new Ulimit { Name = "core", Soft = 0, Hard = 0 },
        ],
        // Without a bound the engine's log of a talkative process fills the host's disk.
        LogConfig = new LogConfig
        {
            Type = "json-file",
            Config = new Dictionary<string, string> { ["max-size"] = "1m", ["max-file"] = "1" },
        },
        Mounts = [.. spec.Mounts.Select(mount => new Mount
        {
            Type = "bind", // As a mount, not as a "bind": that one would create a missing source as an empty directory.
            Source = mount.Source,
            Target = mount.Target,
            ReadOnly = mount.ReadOnly,
        })],
    };

    private static string Scratch(ContainerLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"rw,exec,nosuid,nodev,size={limits.DiskBytes},nr_inodes={limits.Inodes},mode=1777");
}
