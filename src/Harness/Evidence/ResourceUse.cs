namespace Harness.Evidence;

/// <summary>Resources used. What could not be measured is null.</summary>
public sealed record ResourceUse
{
    /// <summary>Highest memory, page cache included, in bytes.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>The memory limit in force, in bytes.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>CPU time, in seconds.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>Processes killed by an OOM killer.</summary>
    public long? OomKills { get; init; }

    /// <summary>Writable space used at the end, in bytes.</summary>
    public long? DiskUsedBytes { get; init; }

    /// <summary>Files in the writable space at the end.</summary>
    public long? InodesUsed { get; init; }

    /// <summary>Most processes and threads seen at once.</summary>
    public long? PidsPeak { get; init; }
}
