using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>Which version of the Engine API to speak.</summary>
internal static class DockerApiVersion
{
    /// <summary>The version these classes were written against: the first that takes a platform when a container is created.</summary>
    public static readonly Version Ours = new(1, 41);

    /// <summary>The version to speak with an engine.</summary>
    /// <exception cref="EngineException">It is too old.</exception>
    public static Version Choose(VersionResponse engine) => Choose(engine.APIVersion, engine.MinAPIVersion);

    /// <inheritdoc cref="Choose(VersionResponse)"/>
    /// <param name="newest">The newest version the engine speaks.</param>
    /// <param name="oldest">The oldest version the engine still accepts.</param>
    public static Version Choose(string? newest, string? oldest) => Negotiate(newest, oldest)
        ?? throw new EngineException(
            EngineFault.EngineNotFound,
            $"it speaks version {newest} of the Engine API; {Ours} (Docker 20.10, Podman 4.0) is the oldest that will do");

    /// <summary>The older of the two, but never below what the engine still accepts; null when the engine is too old.</summary>
    /// <param name="newest">The newest version the engine speaks.</param>
    /// <param name="oldest">The oldest version the engine still accepts.</param>
    public static Version? Negotiate(string? newest, string? oldest)
    {
        if (!Version.TryParse(newest, out var max) || max < Ours)
            return null;
        return Version.TryParse(oldest, out var min) && min > Ours ? min : Ours;
    }
}
