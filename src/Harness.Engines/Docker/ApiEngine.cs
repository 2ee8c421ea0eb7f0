using Harness.Engines.Podman;

namespace Harness.Engines.Docker;

/// <summary>The engine behind an API: it answers as Docker does, and says whether it is.</summary>
internal static class ApiEngine
{
    /// <summary>Connects.</summary>
    /// <exception cref="EngineException">Nothing answers, or what answers cannot be used.</exception>
    public static Task<IContainerEngine> ConnectAsync(ApiAddress address, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            using var probe = address.CreateClient(null);
            var version = await probe.System.GetVersionAsync(cancellationToken);
            return DockerSystem.IsPodman(version)
                ? (IContainerEngine)await PodmanEngine.OpenAsync(address, version, cancellationToken)
                : await DockerEngine.OpenAsync(address, version, cancellationToken);
        },
        EngineFault.RequestFailed,
        cancellationToken);
}
