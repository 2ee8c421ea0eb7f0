using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>Podman's API over storage, network and sockets of this clone's own: the machine's Podman and /etc stay as they are.</summary>
internal static class PrivatePodman
{
    /// <summary>Where tests find it. Not CONTAINER_HOST: the podman command would talk to it instead of working by itself.</summary>
    public const string Variable = "HARNESS_PODMAN_HOST";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static string Host => $"unix://{Path.Combine(PrivateDocker.RunDirectory, "podman.sock")}";

    /// <summary>Whether it can be started here.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Executables.Have("podman");

    private static Daemon Service => new("podman", Paths.Engine, "podman", ["system", "service", "--time=0", Host])
    {
        Environment = PodmanFiles.Variables,
    };

    /// <summary>Starts the service unless it answers.</summary>
    /// <returns>The variables that lead to it, and the podman command to the same storage.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> ProvideAsync(int registryPort)
    {
        PodmanFiles.Write(registryPort);

        if (await EngineSocket.PingAsync(Host) is null)
        {
            Directory.CreateDirectory(PrivateDocker.RunDirectory);
            await Service.StopAsync(Patience);
            await Service.StartAsync(async () => await EngineSocket.PingAsync(Host) is not null, Patience);
        }

        return new Dictionary<string, string>(PodmanFiles.Variables) { [Variable] = Host };
    }

    /// <summary>Ends the service, and whatever tests left in the storage with the processes that go with it.</summary>
    /// <returns>Whether it was running.</returns>
    public static async Task<bool> StopAsync()
    {
        if (Directory.Exists(PodmanFiles.Storage))
        {
            await RunAsync("podman", ["rm", "--all", "--force", "--time", "0"], noEcho: true, configureEnvironment: environment =>
            {
                foreach (var (name, value) in PodmanFiles.Variables)
                {
                    environment[name] = value;
                }
            });
        }

        var wasRunning = await Service.StopAsync(Patience);
        await Leftovers.EndMonitorsAsync(PodmanFiles.Storage);

        if (Directory.Exists(PodmanFiles.RunDirectory))
        {
            Directory.Delete(PodmanFiles.RunDirectory, recursive: true);
        }

        return wasRunning;
    }
}
