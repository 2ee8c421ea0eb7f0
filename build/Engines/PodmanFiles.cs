using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Harness.Build.Engines;

/// <summary>Configuration that makes Podman usable without systemd and without CAP_SYS_RESOURCE, with storage of its own.</summary>
internal static class PodmanFiles
{
    private const string RunRootName = "storage";
    private const int RunRootLimit = 50;
    private const string DockerInit = "/usr/bin/docker-init";

    public static string Storage => Path.Combine(Folder, "storage");

    /// <summary>The variables that make Podman read the files.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["CONTAINERS_CONF"] = Path.Combine(Folder, "containers.conf"),
        ["CONTAINERS_STORAGE_CONF"] = Path.Combine(Folder, "storage.conf"),
        ["CONTAINERS_REGISTRIES_CONF"] = Path.Combine(Folder, "registries.conf"),
    };

    private static string Folder => Path.Combine(Paths.Engine, "podman");

    private static string Networks => Path.Combine(Folder, "networks");

    private static string NetworkName => $"harness-{Clone.Id}";

    private static string NetworkFile => Path.Combine(Networks, $"{NetworkName}.json");

    /// <summary>At most 15 characters, the kernel's limit.</summary>
    public static string BridgeName => $"hrp-{Clone.Id}";

    /// <summary>Outside the clone only if the clone's path is too long.</summary>
    public static string RunDirectory { get; } = ChooseRunDirectory(PrivateDocker.RunDirectory, Path.GetTempPath(), Clone.Id);

    private static string RunRoot => Path.Combine(RunDirectory, RunRootName);

    /// <summary>Podman refuses a longer run root when it cleans up after a container, and never says so where anybody sees it.</summary>
    public static string ChooseRunDirectory(string engineRunDirectory, string temporaryDirectory, string cloneId)
    {
        var directory = Path.Combine(engineRunDirectory, "podman");

        return Path.Combine(directory, RunRootName).Length <= RunRootLimit
            ? directory
            : Path.Combine(temporaryDirectory, $"harness-{cloneId}-podman");
    }

    public static void Write(int registryPort)
    {
        Directory.CreateDirectory(Networks);
        File.WriteAllText(Variables["CONTAINERS_CONF"], Containers);
        File.WriteAllText(Variables["CONTAINERS_STORAGE_CONF"], StorageSettings);
        File.WriteAllText(Variables["CONTAINERS_REGISTRIES_CONF"], Registries(registryPort));

        // Its addresses are in use as long as it is there.
        if (!File.Exists(NetworkFile))
        {
            File.WriteAllText(NetworkFile, Network(FreeNetwork.Choose(Clone.Seed + 1)));
        }
    }

    // File locks: the ones in shared memory are shared with every other Podman of this user.
    private static string Containers => $"""
        [containers]
        default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]

        [engine]
        {InitPath}
        runtime = "runc"
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        lock_type = "file"
        tmp_dir = "{Path.Combine(RunDirectory, "libpod")}"

        [network]
        network_backend = "netavark"
        network_config_dir = "{Networks}"
        default_network = "{NetworkName}"

        """;

    // Debian's podman comes without an init, and its docker.io with one.
    private static string InitPath => File.Exists(DockerInit) ? $"init_path = \"{DockerInit}\"" : "";

    // Without skip_mount_home a bind mount stays behind, and the clone cannot be deleted.
    private static string StorageSettings => $"""
        [storage]
        driver = "overlay"
        graphroot = "{Storage}"
        runroot = "{RunRoot}"

        [storage.options.overlay]
        skip_mount_home = "true"

        """;

    private static string Registries(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        [[registry]]
        location = "localhost:{port}"
        insecure = true

        """);

    // Two Podmans with a network of the same name share its firewall rules, and with the same addresses their containers collide.
    private static string Network(string network) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["name"] = NetworkName,
        ["id"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NetworkName))),
        ["driver"] = "bridge",
        ["network_interface"] = BridgeName,
        ["created"] = DateTimeOffset.UnixEpoch,
        ["subnets"] = new[] { new { subnet = $"{network}.0.0/24", gateway = $"{network}.0.1" } },
        ["ipv6_enabled"] = false,
        ["internal"] = false,
        ["dns_enabled"] = false,
        ["ipam_options"] = new Dictionary<string, string> { ["driver"] = "host-local" },
    });
}
