namespace Harness.Engines.Machine;

/// <summary>What this machine and this user bring along, as far as it can be found out; what cannot is null.</summary>
public sealed record MachineFacts
{
    /// <summary>The user's name.</summary>
    public required string User { get; init; }

    /// <summary>The user's number.</summary>
    public int? Uid { get; init; }

    /// <summary>Names of the groups that this process is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What the user may give away to containers.</summary>
    public SubordinateIds? SubordinateIds { get; init; }

    /// <summary>Of the programs that Podman needs without root, those that are not on the search path.</summary>
    public IReadOnlyList<string> MissingPrograms { get; init; } = [];

    /// <summary>Whether the <c>podman</c> command is on the search path.</summary>
    public bool HasPodman { get; init; }

    /// <summary>Memory that is free for use, in bytes.</summary>
    public long? AvailableMemoryBytes { get; init; }

    /// <summary>The emulators of other processors that the kernel knows, such as <c>qemu-aarch64</c>.</summary>
    public IReadOnlyList<string> Emulators { get; init; } = [];
}
