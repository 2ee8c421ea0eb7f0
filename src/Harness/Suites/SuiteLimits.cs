namespace Harness.Suites;

/// <summary>Resource limits of each container; sizes in bytes.</summary>
public sealed record SuiteLimits
{
    /// <summary>Memory, swap included (which is off).</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>CPUs, as a fraction; null: as many as the engine has.</summary>
    public double? Cpus { get; init; }

    /// <summary>Processes and threads.</summary>
    public int Pids { get; init; } = 256;

    /// <summary>Writable space of the sandbox.</summary>
    public long DiskBytes { get; init; } = 1L << 30;

    /// <summary>Files in the writable space.</summary>
    public long Inodes { get; init; } = 200_000;

    /// <summary>Size of <c>/dev/shm</c>.</summary>
    public long SharedMemoryBytes { get; init; } = 64L << 20;

    /// <summary>How long pip may look for versions that fit; null: as long as the install may take.</summary>
    public ResolverBudget? Resolver { get; init; }

    /// <summary>Bytes kept of each output stream of a step.</summary>
    public long OutputBytes { get; init; } = 10L << 20;

    /// <summary>Bytes after which a step is stopped as an output flood.</summary>
    public long OutputAbortBytes { get; init; } = 1L << 30;
}
