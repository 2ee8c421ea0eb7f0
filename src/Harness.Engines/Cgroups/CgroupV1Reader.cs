using Harness.Engines.Sandboxes;

namespace Harness.Engines.Cgroups;

/// <summary>Counters of cgroup version 1.</summary>
internal sealed class CgroupV1Reader(CgroupLocation location) : ICgroupReader
{
    // "No limit" is the largest number of whole pages.
    private const long Unlimited = long.MaxValue - 0xFFFF;

    public CgroupCounters? Read(DateTimeOffset at)
    {
        var usage = CgroupFile.Number(CgroupFile.Read(location.Memory, "memory.usage_in_bytes"));
        if (usage is null)
            return null;
        return new CgroupCounters
        {
            At = at,
            MemoryBytes = usage,
            PeakMemoryBytes = CgroupFile.Number(CgroupFile.Read(location.Memory, "memory.max_usage_in_bytes")),
            MemoryLimitBytes = CgroupFile.Number(CgroupFile.Read(location.Memory, "memory.limit_in_bytes")) is { } limit and < Unlimited
                ? limit
                : null,
            OomKills = CgroupFile.Field(CgroupFile.Read(location.Memory, "memory.oom_control"), "oom_kill"),
            MemoryLimitHits = CgroupFile.Number(CgroupFile.Read(location.Memory, "memory.failcnt")),
            Pids = CgroupFile.Number(CgroupFile.Read(location.Pids, "pids.current")),
            PidsLimitHits = CgroupFile.Field(CgroupFile.Read(location.Pids, "pids.events"), "max"),
            CpuSeconds = CgroupFile.Number(CgroupFile.Read(location.CpuAccount, "cpuacct.usage")) / 1e9,
            ThrottledSeconds = CgroupFile.Field(CgroupFile.Read(location.Cpu, "cpu.stat"), "throttled_time") / 1e9,
        };
    }
}
