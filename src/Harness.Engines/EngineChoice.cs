namespace Harness.Engines;

/// <summary>Which engine the caller wants.</summary>
public enum EngineChoice
{
    /// <summary>The first that works.</summary>
    Auto,

    /// <summary>Docker, through the Engine API.</summary>
    Docker,

    /// <summary>Podman, through its Docker-compatible API.</summary>
    Podman,

    /// <summary>Docker, through the <c>docker</c> command line.</summary>
    DockerCli,

    /// <summary>Podman, through the <c>podman</c> command line.</summary>
    PodmanCli,
}
