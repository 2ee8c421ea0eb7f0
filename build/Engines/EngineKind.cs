namespace Harness.Build.Engines;

/// <summary>Whose command line and storage an engine has; both answer to Docker's API.</summary>
internal enum EngineKind
{
    Docker,
    Podman,
}
