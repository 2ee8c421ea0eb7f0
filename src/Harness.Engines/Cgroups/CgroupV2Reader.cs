using Harness.Engines.Sandboxes;

namespace Harness.Engines.Cgroups;

/// <summary>Counters of cgroup version 2. <c>memory.peak</c> exists since Linux 5.19.</summary>
internal sealed class CgroupV2Reader(CgroupLocation location) : ICgroupReader
{
    public CgroupCounters? Read(DateTimeOffset at)
    {
        var usage = CgroupFile.Number(CgroupFile.Read(location.Unified, "memory.current"));
        if (usage is null)
            return null;
        var memory = CgroupFile.Read(location.Unified, "memory.events");
        var cpu = CgroupFile.Read(location.Unified, "cpu.stat");
        return new CgroupCounters
        {
            At = at,
            MemoryBytes = usage,
            PeakMemoryBytes = CgroupFile.Number(CgroupFile.Read(location.Unified, "memory.peak")),
            MemoryLimitBytes = CgroupFile.Number(CgroupFile.Read(location.Unified, "memory.max")),
            OomKills = CgroupFile.Field(memory, "oom_kill"),
            MemoryLimitHits = CgroupFile.Field(memory, "max"),
            Pids = CgroupFile.Number(CgroupFile.Read(location.Unified, "pids.current")),
            PidsLimitHits = CgroupFile.Field(CgroupFile.Read(location.Unified, "pids.events"), "max"),
            CpuSeconds = CgroupFile.Field(cpu, "usage_usec") / 1e6,
            ThrottledSeconds = CgroupFile.Field(cpu, "throttled_usec") / 1e6,
        };
    }
}
