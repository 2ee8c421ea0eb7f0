using System.Globalization;

namespace Harness.Build.Engines;

/// <summary>What this clone took on the host, kept over restarts: the digest references of the fixtures contain the port.</summary>
/// <param name="Network">The first two numbers of the addresses of all its containers, such as 10.213.</param>
/// <param name="RegistryPort">Where its registry listens, on the loopback only.</param>
internal sealed record EngineSettings(string Network, int RegistryPort)
{
    private static string Location => Path.Combine(Paths.Engine, "settings");

    /// <returns>What was kept; null before the first time.</returns>
    public static EngineSettings? Load()
    {
        var kept = EnvironmentFile.Read(Location);

        return kept.TryGetValue("NETWORK", out var network) && kept.TryGetValue("REGISTRY_PORT", out var port)
            ? new EngineSettings(network, int.Parse(port, CultureInfo.InvariantCulture))
            : null;
    }

    public static EngineSettings LoadOrChoose() =>
        Load() ?? new EngineSettings(FreeNetwork.Choose(Clone.Seed), FreePort.Choose(Clone.Seed));

    public void Save() => EnvironmentFile.Write(
        Location,
        new Dictionary<string, string>
        {
            ["NETWORK"] = Network,
            ["REGISTRY_PORT"] = RegistryPort.ToString(CultureInfo.InvariantCulture),
        });
}
