using Docker.DotNet;
using Harness.Engines.Docker;

namespace Harness.Engines.Podman;

/// <summary>How Podman refuses where Docker refuses otherwise.</summary>
internal static class PodmanErrors
{
    /// <summary>Whether the engine said that the container has ended or gone; the former it calls a failure of its own (status 500).</summary>
    public static bool IsGone(DockerApiException exception) =>
        DockerErrors.IsGone(exception)
        || (exception.ResponseBody?.Contains("container state improper", StringComparison.Ordinal) ?? false);
}
