using System.Globalization;
using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>
/// Configuration that makes Podman usable without systemd and without CAP_SYS_RESOURCE, with storage of its own: the
/// machine's Podman and /etc stay as they are.
/// </summary>
internal static class PodmanFiles
{
    private static string Folder => Path.Combine(Paths.Engine, "podman");

    private static string Storage => Path.Combine(Folder, "storage");

    private static string RunDirectory => Path.Combine(PrivateDocker.RunDirectory, "podman");

    private static Dictionary<string, string> Variables => new()
    {
        ["CONTAINERS_CONF"] = Path.Combine(Folder, "containers.conf"),
        ["CONTAINERS_STORAGE_CONF"] = Path.Combine(Folder, "storage.conf"),
        ["CONTAINERS_REGISTRIES_CONF"] = Path.Combine(Folder, "registries.conf"),
    };

    /// <returns>The variables that make Podman read the files.</returns>
    public static IReadOnlyDictionary<string, string> Write(int registryPort)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Variables["CONTAINERS_CONF"], Containers);
        File.WriteAllText(Variables["CONTAINERS_STORAGE_CONF"], StorageSettings);
        File.WriteAllText(Variables["CONTAINERS_REGISTRIES_CONF"], Registries(registryPort));

        return Variables;
    }

    /// <summary>Removes what tests left in the storage, with the processes that go with it.</summary>
    public static async Task RemoveContainersAsync()
    {
        if (Directory.Exists(Storage))
        {
            await RunAsync("podman", ["rm", "--all", "--force", "--time", "0"], noEcho: true, configureEnvironment: environment =>
            {
                foreach (var (name, value) in Variables)
                {
                    environment[name] = value;
                }
            });
        }
    }

    // File locks: the ones in shared memory are shared with every other Podman of this user.
    private static string Containers => $"""
        [containers]
        default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]

        [engine]
        runtime = "runc"
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        lock_type = "file"
        tmp_dir = "{Path.Combine(RunDirectory, "libpod")}"

        [network]
        network_backend = "netavark"
        network_config_dir = "{Path.Combine(Folder, "networks")}"

        """;

    // Without skip_mount_home a bind mount stays behind, and the clone cannot be deleted.
    private static string StorageSettings => $"""
        [storage]
        driver = "overlay"
        graphroot = "{Storage}"
        runroot = "{Path.Combine(RunDirectory, "storage")}"

        [storage.options.overlay]
        skip_mount_home = "true"

        """;

    private static string Registries(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        [[registry]]
        location = "localhost:{port}"
        insecure = true

        """);
}
