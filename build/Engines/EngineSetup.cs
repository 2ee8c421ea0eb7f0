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
            await ExportAsync(engine);
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

        var podman = await PrivatePodman.StopAsync();
        var docker = await PrivateDocker.StopAsync(settings);
        var registry = await Registry.StopAsync();
        File.Delete(EnvironmentLocation);
        Console.WriteLine($"Private Docker: {Outcome(docker)}. Private Podman: {Outcome(podman)}. Registry: {Outcome(registry)}.");
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
            await ExportAsync(engine);
            return;
        }

        var settings = engine is null ? await StartAsync() : EngineSettings.LoadOrChoose();
        settings = await Registry.ProvideAsync(settings);
        Export(new ContainerEngine(EngineKind.Docker, PrivateDocker.Host), await PrivatePodman.ProvideAsync(settings.RegistryPort));
        Console.WriteLine("The private engines stay for the next time; `dotnet run --project build -- engine-stop` ends them.");
    }

    // Tests want Podman beside the engine that was found.
    private static async Task ExportAsync(ContainerEngine engine)
    {
        var chosen = Environment.GetEnvironmentVariable(PrivatePodman.Variable);

        if (engine.Kind == EngineKind.Podman || (!string.IsNullOrEmpty(chosen) && chosen != PrivatePodman.Host))
        {
            Export(engine, new Dictionary<string, string> { [PrivatePodman.Variable] = string.IsNullOrEmpty(chosen) ? engine.Host : chosen });
        }
        else if (PrivatePodman.IsPossible)
        {
            var settings = EngineSettings.LoadOrChoose();
            settings.Save();
            Export(engine, await PrivatePodman.ProvideAsync(settings.RegistryPort));
        }
        else
        {
            Export(engine, new Dictionary<string, string>());
            Console.WriteLine($"Without root no private Podman is started: its tests are skipped, unless {PrivatePodman.Variable} names one.");
        }
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

    private static void Export(ContainerEngine engine, IReadOnlyDictionary<string, string> more)
    {
        EnvironmentFile.Export(EnvironmentLocation, new Dictionary<string, string>(more) { ["DOCKER_HOST"] = engine.Host });
        Console.WriteLine($"{engine.Kind} answers at {engine.Host}.");

        if (more.TryGetValue(PrivatePodman.Variable, out var podman) && podman != engine.Host)
        {
            Console.WriteLine($"{EngineKind.Podman} answers at {podman}.");
        }
    }

    private static string Outcome(bool wasRunning) => wasRunning ? "ended" : "was not running";
}
