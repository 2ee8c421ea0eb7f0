namespace Harness.Engines;

/// <summary>What went wrong with an engine, a registry or an image; each fault is one named cause.</summary>
public enum EngineFault
{
    /// <summary>No engine was found at any of the places looked at.</summary>
    EngineNotFound,

    /// <summary>An engine is configured but nothing answers.</summary>
    EngineNotRunning,

    /// <summary>The socket refuses this user.</summary>
    EnginePermission,

    /// <summary>The engine answered before and does not any more.</summary>
    EngineLost,

    /// <summary>Neither the engine nor the registry has the image.</summary>
    ImageNotFound,

    /// <summary>The image that came is not the image that was pinned.</summary>
    ImageDigestMismatch,

    /// <summary>The registry cannot be reached or failed.</summary>
    RegistryUnreachable,

    /// <summary>The registry refuses these credentials.</summary>
    RegistryDenied,

    /// <summary>The registry asks to come back later.</summary>
    RegistryRateLimited,

    /// <summary>The image is for another platform.</summary>
    PlatformMismatch,

    /// <summary>The container could not be created or started.</summary>
    ContainerStartFailed,

    /// <summary>The container is gone.</summary>
    ContainerRemoved,

    /// <summary>The container's user cannot read what is mounted for it.</summary>
    MountUnreadable,

    /// <summary>The engine refused a request for a reason that has no name of its own.</summary>
    RequestFailed,
}
