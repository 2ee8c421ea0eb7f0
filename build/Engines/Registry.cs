using System.Globalization;

namespace Harness.Build.Engines;

/// <summary>A registry on the loopback. Only an image that was pulled from a registry has the digest that suites pin.</summary>
internal static class Registry
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static string ConfigurationFile => Path.Combine(Paths.Engine, "registry.yml");

    private static Daemon Daemon => new("registry", Paths.Engine, "docker-registry", ["serve", ConfigurationFile]);

    /// <summary>Starts the registry unless it runs. Its port changes only when something else took it in the meantime.</summary>
    /// <returns>The settings with the port it listens on.</returns>
    public static async Task<EngineSettings> ProvideAsync(EngineSettings settings)
    {
        if (Daemon.Pid is not null && await AnswersAsync(settings.RegistryPort))
        {
            return settings;
        }

        await StopAsync();

        if (!FreePort.IsFree(settings.RegistryPort))
        {
            var port = FreePort.Choose(Clone.Seed);
            Console.WriteLine($"Port {settings.RegistryPort} is taken; the registry moves to {port}.");
            settings = settings with { RegistryPort = port };
        }

        settings.Save();
        await File.WriteAllTextAsync(ConfigurationFile, Configuration(settings.RegistryPort));
        await Daemon.StartAsync(() => AnswersAsync(settings.RegistryPort), Patience);

        return settings;
    }

    /// <returns>Whether it was running.</returns>
    public static Task<bool> StopAsync() => Daemon.StopAsync(Patience);

    private static string Configuration(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        version: 0.1
        log:
          level: warn
          accesslog:
            disabled: true
        storage:
          filesystem:
            rootdirectory: '{Path.Combine(Paths.Engine, "registry")}'
        http:
          addr: '127.0.0.1:{port}'

        """);

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };

        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/v2/"));

            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
