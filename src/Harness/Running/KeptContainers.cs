using Harness.Engines;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>How to get into a container that was left, and how to get rid of it.</summary>
public static class KeptContainers
{
    private const string UsualSocket = "unix:///var/run/docker.sock";

    /// <summary>The command that removes a container, by the command line of its engine.</summary>
    public static string Remove(EngineInfo engine, string name) => $"{Program(engine)} rm -f -v {name}";

    internal static KeptContainer Of(EngineInfo engine, Suite suite, string name) =>
        new(name, $"{Program(engine)} exec -it --user {SandboxSpecs.User(suite)} {name} sh", Remove(engine, name));

    private static string Program(EngineInfo engine) => engine switch
    {
        { Kind: EngineKind.Podman or EngineKind.PodmanCli } => "podman",
        { Kind: EngineKind.Docker } when engine.Endpoint != UsualSocket => $"docker -H {engine.Endpoint}",
        _ => "docker",
    };
}
