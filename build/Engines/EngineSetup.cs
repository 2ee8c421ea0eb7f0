namespace Harness.Build.Engines;

/// <summary>Finds a running engine or starts the private one, and tells the targets that follow about it.</summary>
internal static class EngineSetup
{
    private const string NoEngine = """
        No container engine answers. Start Docker or Podman's socket (`systemctl --user start podman.socket`), or set
        DOCKER_HOST; as root on Debian or Ubuntu this target installs and starts a private Docker by itself.
        """;

    private static string EnvironmentLocation => Path.Combine(Paths.Engine, "environment");

    public static async Task ProvideAsync()
    {
        var engine = await FindAsync();

        if (engine is null || engine.Host == PrivateDocker.Host)
        {
            await ProvidePrivateAsync();
        }
        else
        {
            Export(engine, []);
        }
    }

    /// <exception cref="BuildFailedException">DOCKER_HOST names an engine that does not answer.</exception>
    public static async Task<ContainerEngine?> FindAsync()
    {
        var candidates = EngineCandidates.InOrder(Environment.GetEnvironmentVariable, PrivateDocker.Host);

        foreach (var host in candidates)
        {
            if (await EngineSocket.PingAsync(host) is { } kind)
            {
                return new ContainerEngine(kind, host);
            }
        }

        return candidates is [var only]
            ? throw new BuildFailedException($"DOCKER_HOST is {only}, where nothing answers. Start that engine or unset DOCKER_HOST.")
            : null;
    }

    public static async Task StopAsync()
    {
        var settings = EngineSettings.Load();

        if (settings is null)
        {
            Console.WriteLine("This clone never started an engine.");
            return;
        }

        await PodmanFiles.RemoveContainersAsync();
        var docker = await PrivateDocker.StopAsync(settings);
        var registry = await Registry.StopAsync();
        File.Delete(EnvironmentLocation);
        Console.WriteLine($"Private Docker: {Outcome(docker)}. Registry: {Outcome(registry)}.");
    }

    private static async Task ProvidePrivateAsync()
    {
        if (!DebianPackages.CanInstall)
        {
            throw new BuildFailedException(NoEngine);
        }

        await DebianPackages.InstallMissingAsync();

        // Installing Docker starts it where there is an init system.
        var engine = await FindAsync();

        if (engine is not null && engine.Host != PrivateDocker.Host)
        {
            Export(engine, []);
            return;
        }

        var settings = engine is null ? await StartAsync() : EngineSettings.LoadOrChoose();
        settings = await Registry.ProvideAsync(settings);
        Export(new ContainerEngine(EngineKind.Docker, PrivateDocker.Host), PodmanFiles.Write(settings.RegistryPort));
        Console.WriteLine("The private Docker stays for the next time; `dotnet run --project build -- engine-stop` ends it.");
    }

    private static async Task<EngineSettings> StartAsync()
    {
        var settings = EngineSettings.LoadOrChoose();

        if (!FreeNetwork.IsFree(settings.Network, FreeNetwork.Taken(except: Bridge.Name)))
        {
            await new Bridge(settings.Network).DownAsync();
            settings = settings with { Network = FreeNetwork.Choose(Clone.Seed) };
        }

        // Before anything starts, so that engine-stop knows what to take back.
        settings.Save();
        await PrivateDocker.StartAsync(settings);

        return settings;
    }

    private static void Export(ContainerEngine engine, IEnumerable<KeyValuePair<string, string>> more)
    {
        EnvironmentFile.Export(EnvironmentLocation, new Dictionary<string, string>(more) { ["DOCKER_HOST"] = engine.Host });
        Console.WriteLine($"{engine.Kind} answers at {engine.Host}.");
    }

    private static string Outcome(bool wasRunning) => wasRunning ? "ended" : "was not running";
}
