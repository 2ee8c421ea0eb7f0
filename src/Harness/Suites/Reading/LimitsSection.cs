namespace Harness.Suites.Reading;

/// <summary>Reads <c>limits</c>.</summary>
internal static class LimitsSection
{
    /// <summary>Engines refuse less.</summary>
    public const long SmallestMemory = 6L << 20;

    private const double FewestCpus = 0.01; // the same

    public static SuiteLimits Read(MapReader map, SuiteOverrides overrides)
    {
        var defaults = new SuiteLimits();
        var (memory, cpus) = (map.Find("memory")?.Size(SmallestMemory), map.Find("cpus")?.Number(FewestCpus, 1024));
        return new()
        {
            MemoryBytes = overrides.MemoryBytes ?? memory ?? defaults.MemoryBytes,
            Cpus = overrides.Cpus ?? cpus,
            Pids = map.Find("pids")?.Integer(1, 4_194_304) ?? defaults.Pids,
            DiskBytes = map.Find("disk")?.Size(1L << 20) ?? defaults.DiskBytes,
            Inodes = map.Find("inodes")?.Integer(1, int.MaxValue) ?? defaults.Inodes,
            SharedMemoryBytes = map.Find("shared-memory")?.Size(1L << 10) ?? defaults.SharedMemoryBytes,
            Resolver = map.Find("resolver") is { } resolver ? Resolver(MapReader.Read(resolver, SuiteKeys.Resolver)) : null,
            OutputBytes = map.Find("output")?.Size(1L << 10) ?? defaults.OutputBytes,
            OutputAbortBytes = map.Find("output-abort")?.Size(1L << 10) ?? defaults.OutputAbortBytes,
        };
    }

    private static ResolverBudget Resolver(MapReader map) => new(map.Find("rounds")?.Integer(1, 1_000_000), map.Find("seconds")?.Number(0.1, 86_400));
}
