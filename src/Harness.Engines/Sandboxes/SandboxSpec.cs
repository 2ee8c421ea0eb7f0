namespace Harness.Engines.Sandboxes;

/// <summary>A sandbox to start: one hardened container whose main process only keeps it alive.</summary>
public sealed record SandboxSpec
{
    /// <summary>Image id or reference that is on the engine.</summary>
    public required string Image { get; init; }

    /// <summary>OCI platform to insist on; null: the engine's own.</summary>
    public string? Platform { get; init; }

    /// <summary>User of the commands, <c>uid:gid</c>.</summary>
    public required string User { get; init; }

    /// <summary>Environment of all commands.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Directories of this machine to mount.</summary>
    public IReadOnlyList<BindMount> Mounts { get; init; } = [];

    /// <summary>Resource limits.</summary>
    public required ContainerLimits Limits { get; init; }

    /// <summary>Whether it starts with a network.</summary>
    public bool Network { get; init; }

    /// <summary>Whether the image's own files can be written too; that space is not limited by <see cref="ContainerLimits.DiskBytes"/>.</summary>
    public bool WritableRoot { get; init; }

    /// <summary>Whether the reaper leaves it alone, since it is to outlive its owner.</summary>
    public bool Keep { get; init; }

    /// <summary>Host name inside; null: the engine's choice.</summary>
    public string? Hostname { get; init; }

    /// <summary>Labels besides the sandbox's own (suite, run).</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
