using System.Globalization;
using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>Resources in words.</summary>
internal static class ResourceText
{
    /// <summary>Everything that was measured, such as <c>peak 101 MiB of 512 MiB, 9.1 s of CPU</c>.</summary>
    public static string Of(ResourceUse use)
    {
        string?[] parts =
        [
            Peak(use),
            use.CpuSeconds is { } cpu ? $"{Amounts.Seconds(cpu)} of CPU" : null,
            use.OomKills is > 0 and var kills ? string.Create(CultureInfo.InvariantCulture, $"OOM kills: {kills}") : null,
            use.DiskUsedBytes is { } disk ? $"{Amounts.Bytes(disk)} written" : null,
            use.PidsPeak is { } pids ? string.Create(CultureInfo.InvariantCulture, $"at most {pids} processes") : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>Such as <c>peak 101 MiB of 512 MiB</c>; null when it was not measured.</summary>
    public static string? Peak(ResourceUse? use) => use switch
    {
        { PeakMemoryBytes: { } peak, MemoryLimitBytes: { } limit } => $"peak {Amounts.Bytes(peak)} of {Amounts.Bytes(limit)}",
        { PeakMemoryBytes: { } peak } => $"peak {Amounts.Bytes(peak)}",
        _ => null,
    };
}
