using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Adds up what an attempt used.</summary>
internal static class AttemptResources
{
    /// <summary>From the readings of the cgroup and what the collecting program saw; null when nothing was read.</summary>
    public static ResourceUse? Of(IReadOnlyList<CgroupCounters> samples, IReadOnlyList<StepEvidence> steps, CollectedInstall collected, SuiteLimits limits)
    {
        var readings = samples.Concat(steps.Select(step => step.Around.After).OfType<CgroupCounters>()).ToList();
        if (readings.Count == 0 && collected.Disk is null)
            return null;
        return new()
        {
            PeakMemoryBytes = readings.Max(reading => reading.PeakMemoryBytes ?? reading.MemoryBytes),
            MemoryLimitBytes = limits.MemoryBytes,
            CpuSeconds = readings.Max(reading => reading.CpuSeconds) is { } seconds ? Math.Round(seconds, 3) : null,
            OomKills = readings.Max(reading => reading.OomKills),
            PidsPeak = readings.Max(reading => reading.Pids),
            DiskUsedBytes = collected.Disk?.UsedBytes,
            InodesUsed = collected.Disk?.InodesUsed,
        };
    }
}
