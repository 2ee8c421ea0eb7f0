using Harness.Engines;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>How to get into a container that was left, and how to get rid of it.</summary>
internal static class KeptContainers
{
    private const string UsualSocket = "unix:///var/run/docker.sock";

    /// <summary>The commands for a container, by the command line of its engine.</summary>
    public static KeptContainer Of(EngineInfo engine, Suite suite, string name)
    {
        var program = engine switch
        {
            { Kind: EngineKind.Podman or EngineKind.PodmanCli } => "podman",
            { Kind: EngineKind.Docker } when engine.Endpoint != UsualSocket => $"docker -H {engine.Endpoint}",
            _ => "docker",
        };
        return new(name, $"{program} exec -it --user {SandboxSpecs.User(suite)} {name} sh", $"{program} rm -f -v {name}");
    }
}
