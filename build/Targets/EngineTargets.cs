using Harness.Build.Engines;
using static Bullseye.Targets;

namespace Harness.Build.Targets;

/// <summary>The container engine that tests and suites use.</summary>
internal static class EngineTargets
{
    public static void Add()
    {
        Target("engine", "Find Docker and Podman, or start private ones (root on Debian or Ubuntu)", EngineSetup.ProvideAsync);
        Target("engine-stop", "End the private engines and the registry of this clone", EngineSetup.StopAsync);
    }
}
