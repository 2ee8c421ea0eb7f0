namespace Harness.Engines;

/// <summary>What a container is created from. Hardening that never varies (no new privileges, no capabilities, init, no auto-remove) is the engine's part.</summary>
public sealed record ContainerSpec
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }

    /// <summary>Image id or reference; it must be on the engine already.</summary>
    public required string Image { get; init; }

    /// <summary>OCI platform to insist on, such as <c>linux/amd64</c>; null: the engine's own.</summary>
    public string? Platform { get; init; }

    /// <summary>The main process; it only keeps the container alive.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>User of the main process, <c>uid:gid</c>.</summary>
    public required string User { get; init; }

    /// <summary>Host name inside; null: the engine's choice.</summary>
    public string? Hostname { get; init; }

    /// <summary>Environment of every process inside.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels, by which containers are found again.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Directories of this machine to mount.</summary>
    public IReadOnlyList<BindMount> Mounts { get; init; } = [];

    /// <summary>Resource limits.</summary>
    public required ContainerLimits Limits { get; init; }

    /// <summary>Whether the container starts with a network; without one it has a loopback only.</summary>
    public bool Network { get; init; }

    /// <summary>Whether the image's own files can be written too; that space is not limited by <see cref="ContainerLimits.DiskBytes"/>.</summary>
    public bool WritableRoot { get; init; }
}
