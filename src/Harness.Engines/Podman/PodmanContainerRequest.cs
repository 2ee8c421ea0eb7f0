using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Engines.Podman;

/// <summary>
/// The hardened form in which every container is asked for, as Podman's own API has it. Docker's would make more of the file
/// system writable than asked for, and takes no bound on the number of files.
/// </summary>
internal static class PodmanContainerRequest
{
    private const int OomScore = 800; // As on Docker: before Harness.
    private const int OpenFiles = 4096;
    private const int CpuPeriod = 100_000; // Microseconds, the kernel's own.

    // Where nothing is said Podman asks for 2^20 processes of this user on the whole machine, which a service that lacks
    // CAP_SYS_RESOURCE may not ask for. This many is what such a service may; the pids limit is the one that counts.
    internal const int UserProcesses = 32768;

    /// <summary>Maps a specification to Podman's API.</summary>
    public static JsonObject From(ContainerSpec spec, EngineInfo engine) => new()
    {
        ["name"] = spec.Name,
        ["image"] = PodmanImages.FullName(spec.Image),
        // As entry point, so that neither the image's own entry point nor its command has a say.
        ["entrypoint"] = Texts(spec.Command),
        ["command"] = Texts([]),
        ["user"] = spec.User,
        ["hostname"] = spec.Hostname,
        ["work_dir"] = "/",
        ["env"] = Pairs(spec.Environment),
        ["labels"] = Pairs(spec.Labels),
        // The image's health check would run processes that nobody asked for.
        ["healthconfig"] = new JsonObject { ["Test"] = Texts(["NONE"]) },
        ["init"] = true,
        ["remove"] = false,
        ["cap_drop"] = Texts(["all"]),
        ["no_new_privileges"] = true,
        ["read_only_filesystem"] = !spec.WritableRoot,
        ["oom_score_adj"] = OomScore,
        ["shm_size"] = spec.Limits.SharedMemoryBytes,
        ["ipcns"] = new JsonObject { ["nsmode"] = "private" },
        ["netns"] = new JsonObject { ["nsmode"] = spec.Network ? "bridge" : "none" },
        ["resource_limits"] = Resources(spec.Limits),
        ["r_limits"] = Ulimits(engine),
        ["mounts"] = Mounts(spec),
        // Without a bound the engine's log of a talkative process fills the host's disk.
        ["log_configuration"] = new JsonObject { ["driver"] = "k8s-file", ["size"] = 1024 * 1024 },
    };

    private static JsonObject Resources(ContainerLimits limits)
    {
        var resources = new JsonObject
        {
            // Swap is the sum of both, so that none is left.
            ["memory"] = new JsonObject { ["limit"] = limits.MemoryBytes, ["swap"] = limits.MemoryBytes },
            ["pids"] = new JsonObject { ["limit"] = limits.Pids },
        };
        if (limits.Cpus is { } cpus)
            resources["cpu"] = new JsonObject { ["quota"] = (long)(cpus * CpuPeriod), ["period"] = CpuPeriod };
        return resources;
    }

    private static JsonArray Ulimits(EngineInfo engine)
    {
        var ulimits = new JsonArray(Ulimit("nofile", OpenFiles), Ulimit("core", 0));
        // Without root Podman takes what its user may have.
        if (engine.Rootless != true)
            ulimits.Add((JsonNode)Ulimit("nproc", UserProcesses));
        return ulimits;
    }

    private static JsonArray Mounts(ContainerSpec spec)
    {
        // The size goes through unread, and with it what Podman has no option for.
        var size = string.Create(CultureInfo.InvariantCulture, $"size={spec.Limits.DiskBytes},nr_inodes={spec.Limits.Inodes}");
        var mounts = new JsonArray(
            Mount("tmpfs", "tmpfs", "/tmp", ["rw", "exec", "nosuid", "nodev", "notmpcopyup", size, "mode=1777"]));
        foreach (var mount in spec.Mounts)
            mounts.Add((JsonNode)Mount("bind", mount.Source, mount.Target, ["rbind", mount.ReadOnly ? "ro" : "rw"]));
        return mounts;
    }

    private static JsonObject Mount(string type, string source, string target, IEnumerable<string> options) =>
        new() { ["type"] = type, ["source"] = source, ["destination"] = target, ["options"] = Texts(options) };

    private static JsonObject Ulimit(string type, int limit) => new() { ["type"] = type, ["soft"] = limit, ["hard"] = limit };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonObject Pairs(IReadOnlyDictionary<string, string> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
