namespace Harness.Build.Engines;

/// <summary>An engine that answered.</summary>
/// <param name="Kind">Docker or Podman.</param>
/// <param name="Host">Its address, as DOCKER_HOST has it.</param>
internal sealed record ContainerEngine(EngineKind Kind, string Host)
{
    /// <summary>The command line for it; DOCKER_HOST leads Docker's to the right one.</summary>
    public string Cli => Kind == EngineKind.Podman ? "podman" : "docker";
}
