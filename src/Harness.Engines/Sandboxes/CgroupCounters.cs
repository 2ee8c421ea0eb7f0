namespace Harness.Engines.Sandboxes;

/// <summary>One reading of a container's cgroup, v1 or v2. A counter the kernel does not offer is null, never zero.</summary>
public sealed record CgroupCounters
{
    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Memory charged now, page cache included, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Highest memory charged so far, in bytes.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>The limit in force, in bytes.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Processes killed by an OOM killer so far.</summary>
    public long? OomKills { get; init; }

    /// <summary>How often the memory limit was hit; proves nothing alone.</summary>
    public long? MemoryLimitHits { get; init; }

    /// <summary>Processes and threads now.</summary>
    public long? Pids { get; init; }

    /// <summary>How often the process limit was hit.</summary>
    public long? PidsLimitHits { get; init; }

    /// <summary>CPU time used so far, in seconds.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>Time spent throttled by the CPU quota so far, in seconds.</summary>
    public double? ThrottledSeconds { get; init; }
}
