namespace Harness.Engines;

/// <summary>How an engine is spoken to.</summary>
public enum EngineKind
{
    /// <summary>Docker, through the Engine API.</summary>
    Docker,

    /// <summary>Podman, through its Docker-compatible API.</summary>
    Podman,

    /// <summary>Docker, through the <c>docker</c> command line.</summary>
    DockerCli,

    /// <summary>Podman, through the <c>podman</c> command line.</summary>
    PodmanCli,
}
