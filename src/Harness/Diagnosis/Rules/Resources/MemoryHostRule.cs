using System.Globalization;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The kernel killed a process although the container was below its own limit: the machine, or a cgroup above the container, was
/// out of memory. Needs: an OOM kill and the cgroup's own high-water mark, which must be clearly below the limit. Settled by the
/// kernel's log, which names whose limit it was.
/// </summary>
internal static class MemoryHostRule
{
    public static Cause? Explain(Case @case)
    {
        var kills = new OomKills(@case);
        if (!kills.Any || !kills.BelowLimit)
            return null;
        var (peak, limit) = (ByteSize.Readable(kills.Peak!.Value), ByteSize.Readable(@case.Limits.MemoryBytes));
        return Host(@case, kills.Witness(@case.Create("memory-host", Confidence.Witnessed,
            $"A process of {@case.Name} was killed by the kernel while the container used at most {peak} of its {limit}: the machine, or a cgroup above the container, was out of memory.",
            $"Run fewer containers at once (--jobs 1, or --memory-budget below what the machine has left), or use a machine that can spare {limit}.")))
            .SettledBy("the kernel's log (dmesg), which names the cgroup whose limit was reached");
    }

    private static Cause Host(Case @case, Cause cause)
    {
        if (@case.Around is not { HostAfter: { AvailableMemoryBytes: { } left, MemoryBytes: { } all } after })
            return cause;
        var pressure = after.MemoryPressurePercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $", memory pressure {percent:0.#} %") : "";
        // What a kill set free is already in it, so a machine that is short again did not merely look back to its worst moment.
        return cause.Because("host", $"{ByteSize.Readable(left)} of {ByteSize.Readable(all)} were available after {@case.Name}{pressure}");
    }
}
