namespace Harness.Engines.Sandboxes;

/// <summary>The OOM kills of a stretch of time. The kernel counts them since the container's start, and forgets them with its cgroup.</summary>
internal static class OomKills
{
    /// <summary>How many there were; null when nobody can say.</summary>
    /// <param name="before">The reading before.</param>
    /// <param name="after">The reading after; null when the cgroup was gone by then.</param>
    /// <param name="during">The readings between the two.</param>
    public static long? Between(CgroupCounters? before, CgroupCounters? after, IReadOnlyList<CgroupCounters> during)
    {
        if (after is not null)
            return after.OomKills - before?.OomKills;
        // None in the last reading is no proof: the one that ended everything may have come after it.
        return during.Count > 0 && during[^1].OomKills - before?.OomKills is > 0 and var risen ? risen : null;
    }
}
