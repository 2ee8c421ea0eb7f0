namespace Harness.Engines.Sandboxes;

/// <summary>The highest memory of a stretch of time. The kernel keeps one peak since the container's start.</summary>
internal static class PeakMemory
{
    // A second's worth. Fewer miss what a short command used, and tell little but what the container takes when nothing runs.
    private const int FewestReadings = 4;

    /// <summary>The kernel's peak where it rose in that time, else the highest of several readings; null when there are too few.</summary>
    public static long? Of(CgroupCounters? before, IReadOnlyList<CgroupCounters> during)
    {
        var kernel = during.Max(counters => counters.PeakMemoryBytes);
        if (kernel > before?.PeakMemoryBytes)
            return kernel;
        return during.Count >= FewestReadings ? during.Max(counters => counters.MemoryBytes) : null;
    }
}
