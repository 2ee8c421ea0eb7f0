using System.Globalization;

namespace Harness.Engines.Machine;

/// <summary>How hard this machine is pressed. What the kernel does not tell is null, never zero.</summary>
public sealed record HostLoad
{
    private const long Kibi = 1024;

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Memory of the machine, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Memory that is free for use, in bytes.</summary>
    public long? AvailableMemoryBytes { get; init; }

    /// <summary>Swap space, in bytes.</summary>
    public long? SwapBytes { get; init; }

    /// <summary>Swap space that is free, in bytes.</summary>
    public long? FreeSwapBytes { get; init; }

    /// <summary>Share of the last ten seconds in which something waited for memory, in per cent.</summary>
    public double? MemoryPressurePercent { get; init; }

    /// <summary>Share of the last ten seconds in which something waited for a disk, in per cent.</summary>
    public double? DiskPressurePercent { get; init; }

    /// <summary>Processes killed by the OOM killer since the machine was started, in containers and outside.</summary>
    public long? OomKills { get; init; }

    /// <summary>Processes that ran or waited to, averaged over one minute.</summary>
    public double? LoadAverage { get; init; }

    /// <summary>What the engine's own storage has left, in bytes.</summary>
    public long? FreeStorageBytes { get; init; }

    /// <summary>How many files the engine's own storage has room for.</summary>
    public long? FreeStorageInodes { get; init; }

    /// <summary>Reads it, in well below a millisecond; null where there is no Linux to ask.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="storageFolder">Where the engine keeps its data, if that is known and here.</param>
    public static HostLoad? Read(TimeProvider time, string? storageFolder)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var storage = storageFolder is null ? null : StorageFacts.Measure(storageFolder);
        return Parse(
            KernelFile.Text("/proc/meminfo"), KernelFile.Text("/proc/vmstat"), KernelFile.Text("/proc/loadavg"),
            KernelFile.Text("/proc/pressure/memory"), KernelFile.Text("/proc/pressure/io"), time.GetUtcNow()) with
        {
            FreeStorageBytes = storage?.FreeBytes,
            FreeStorageInodes = storage?.FreeInodes,
        };
    }

    internal static HostLoad Parse(string meminfo, string vmstat, string loadavg, string memoryPressure, string diskPressure, DateTimeOffset at) => new()
    {
        At = at,
        MemoryBytes = Number(meminfo, "MemTotal:") * Kibi,
        AvailableMemoryBytes = Number(meminfo, "MemAvailable:") * Kibi,
        SwapBytes = Number(meminfo, "SwapTotal:") * Kibi,
        FreeSwapBytes = Number(meminfo, "SwapFree:") * Kibi,
        OomKills = Number(vmstat, "oom_kill "),
        LoadAverage = Fraction(loadavg.Split(' ')[0]),
        MemoryPressurePercent = Pressure(memoryPressure),
        DiskPressurePercent = Pressure(diskPressure),
    };

    private static long? Number(string text, string key) => text.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) is { } found
        && long.TryParse(found[key.Length..].Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    // some avg10=0.00 avg60=0.00 avg300=0.00 total=0
    private static double? Pressure(string text) =>
        text.Split('\n')[0].Split(' ').FirstOrDefault(word => word.StartsWith("avg10=", StringComparison.Ordinal)) is { } word ? Fraction(word["avg10=".Length..]) : null;

    private static double? Fraction(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
