using System.Text.Json;

namespace Harness.Build.Engines;

/// <summary>A dockerd of this clone's own, without systemd, beside any other one.</summary>
internal static class PrivateDocker
{
    // What dockerd and its containerd put below their exec-root, and the limit of a unix socket's path.
    private const string LongestSocket = "exec/containerd/containerd-debug.sock";
    private const int SocketPathLimit = 107;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Host => $"unix://{Path.Combine(RunDirectory, "docker.sock")}";

    /// <summary>Holds the sockets; outside the clone only if the clone's path is too long for one.</summary>
    public static string RunDirectory { get; } = ChooseRunDirectory(Paths.Engine, Path.GetTempPath(), Clone.Id);

    private static string DataRoot => Path.Combine(Paths.Engine, "docker");

    private static string ExecRoot => Path.Combine(RunDirectory, "exec");

    private static string ConfigurationFile => Path.Combine(Paths.Engine, "docker.json");

    private static Daemon Daemon => new("docker", Paths.Engine, "dockerd", ["--config-file", ConfigurationFile]);

    public static string ChooseRunDirectory(string engineDirectory, string temporaryDirectory, string cloneId)
    {
        var directory = Path.Combine(engineDirectory, "run");

        return Path.Combine(directory, LongestSocket).Length <= SocketPathLimit
            ? directory
            : Path.Combine(temporaryDirectory, $"harness-{cloneId}");
    }

    public static async Task StartAsync(EngineSettings settings)
    {
        if (!RunDirectory.StartsWith(Paths.Engine, StringComparison.Ordinal))
        {
            Console.WriteLine($"The path of this clone is too long for sockets: they are in {RunDirectory}.");
        }

        var bridge = new Bridge(settings.Network);

        // Pid files of dockerd and containerd that a crash left would stop both from starting.
        await ClearAsync();
        Directory.CreateDirectory(RunDirectory);
        await File.WriteAllTextAsync(ConfigurationFile, Configuration(bridge));
        await bridge.UpAsync();
        await Daemon.StartAsync(async () => await EngineSocket.PingAsync(Host) is not null, Patience);
    }

    /// <returns>Whether it was running.</returns>
    public static async Task<bool> StopAsync(EngineSettings settings)
    {
        var wasRunning = await Daemon.StopAsync(Patience);
        await ClearAsync();
        await new Bridge(settings.Network).DownAsync();

        if (Directory.Exists(RunDirectory))
        {
            Directory.Delete(RunDirectory, recursive: true);
        }

        return wasRunning;
    }

    private static async Task ClearAsync()
    {
        await Leftovers.RemoveAsync(ExecRoot, DataRoot);

        if (Directory.Exists(ExecRoot))
        {
            Directory.Delete(ExecRoot, recursive: true);
        }
    }

    private static string Configuration(Bridge bridge) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["data-root"] = DataRoot,
        ["exec-root"] = ExecRoot,
        ["hosts"] = new[] { Host },
        ["pidfile"] = Path.Combine(ExecRoot, "docker.pid"),
        ["bridge"] = Bridge.Name,
        ["iptables"] = false,
        ["ip6tables"] = false,
        ["default-address-pools"] = new[] { new { @base = bridge.Pool, size = 24 } },
        ["shutdown-timeout"] = 10,
    });
}
