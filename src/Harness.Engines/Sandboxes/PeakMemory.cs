namespace Harness.Engines.Sandboxes;

/// <summary>The highest memory of a stretch of time. The kernel keeps one peak since the container's start.</summary>
internal static class PeakMemory
{
    /// <summary>The kernel's peak where it rose in that time, else the highest reading; null when there is none.</summary>
    public static long? Of(CgroupCounters? before, IReadOnlyList<CgroupCounters> during)
    {
        var kernel = during.Max(counters => counters.PeakMemoryBytes);
        return kernel > before?.PeakMemoryBytes ? kernel : during.Append(before).Max(counters => counters?.MemoryBytes);
    }
}
