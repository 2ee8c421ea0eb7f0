namespace Harness.Engines.Sandboxes.Limits;

/// <summary>Says of each limit what enforces it, from what the engine says of itself and what the cgroup shows.</summary>
public static class LimitEnforcements
{
    /// <summary>The limits of a sandbox, in a fixed order.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="spec">The sandbox.</param>
    /// <param name="counters">A reading of its cgroup; null where it cannot be read or there is none yet.</param>
    public static IReadOnlyList<LimitEnforcement> Of(EngineInfo engine, SandboxSpec spec, CgroupCounters? counters) =>
    [
        new("memory", $"cgroup {engine.CgroupVersion}".TrimEnd(), MemoryGap(engine, spec, counters)),
        .. spec.Limits.Cpus is null
            ? Array.Empty<LimitEnforcement>()
            : [new("cpus", "CPU quota", Warns(engine, "No cpu cfs quota support") ? "this kernel has no CPU quota" : null)],
        new("pids", "pids cgroup"),
        new("disk", $"size of the tmpfs at /tmp{(spec.WritableRoot ? "" : ", read-only root")}", DiskGap(spec), Asked: DiskGap(spec) is not null),
        new("inodes", "inodes of the tmpfs at /tmp", DiskGap(spec), Asked: DiskGap(spec) is not null),
        new("shared-memory", "size of /dev/shm"),
    ];

    private static string? MemoryGap(EngineInfo engine, SandboxSpec spec, CgroupCounters? counters)
    {
        if (Warns(engine, "No memory limit support"))
            return "this kernel has no memory limits";
        if (counters is { MemoryLimitBytes: var limit } && limit != PageAligned(spec.Limits.MemoryBytes))
            return $"the cgroup has {(limit is { } bytes ? $"{bytes} bytes" : "no limit")} instead of {spec.Limits.MemoryBytes}";
        return Warns(engine, "No swap limit support") && !(engine.IsLocal && HasNoSwap())
            ? "this kernel cannot limit swap, so that more than the limit can be used"
            : null;
    }

    private static string? DiskGap(SandboxSpec spec)
    {
        string[] open =
        [
            .. spec.WritableRoot ? ["the image's own files, which can be written here"] : Array.Empty<string>(),
            .. spec.Mounts.Where(mount => !mount.ReadOnly).Select(mount => $"{mount.Target}, which is a folder of this machine"),
        ];
        return open.Length == 0 ? null : string.Join("; ", open);
    }

    // The kernel counts whole pages.
    private static long PageAligned(long bytes) => bytes - (bytes % Environment.SystemPageSize);

    private static bool Warns(EngineInfo engine, string words) =>
        engine.Warnings.Any(warning => warning.Contains(words, StringComparison.OrdinalIgnoreCase));

    // The first line is a heading.
    private static bool HasNoSwap() => File.Exists("/proc/swaps") && File.ReadAllLines("/proc/swaps").Length <= 1;
}
