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

    /// <summary>Whether a container could not be created because Podman has no init to give it, which some packages of it leave out.</summary>
    public static bool IsMissingInit(EngineException error) =>
        error.Message.Contains("container-init binary not found", StringComparison.Ordinal);

    /// <summary>The same, with what helps.</summary>
    public static EngineException MissingInit(EngineException error) => new(
        error.Fault, $"{error.Message}. Install the package catatonit, or name another init (init_path in containers.conf).", error);
}
