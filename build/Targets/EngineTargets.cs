using Harness.Build.Engines;
using static Bullseye.Targets;

namespace Harness.Build.Targets;

/// <summary>The container engine that tests and suites use.</summary>
internal static class EngineTargets
{
    public static void Add()
    {
        Target("engine", "Find a container engine, or start a private Docker (root on Debian or Ubuntu)", EngineSetup.ProvideAsync);
        Target("engine-stop", "End the private Docker and the registry of this clone", EngineSetup.StopAsync);
    }
}
