using System.Globalization;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reproducibility.Baselines;

/// <summary>Compares engine, kernel and limits.</summary>
internal static class SurroundingsChanges
{
    public static IEnumerable<Change> Of(SuiteResult before, SuiteResult after) =>
    [
        .. before.Engine is { } was && after.Engine is { } now ? Engine(was, now) : [],
        .. EnvironmentChanges.Known(ChangeAreas.Kernel, "", before.Engine?.Kernel, after.Engine?.Kernel),
        .. before.Limits is { } old && after.Limits is { } current ? Limits(old, current) : [],
    ];

    private static IEnumerable<Change> Engine(EngineEvidence before, EngineEvidence after) =>
    [
        .. EnvironmentChanges.Known(ChangeAreas.Engine, "", before.Kind, after.Kind),
        .. EnvironmentChanges.Known(ChangeAreas.Engine, "version", before.Version, after.Version),
        .. EnvironmentChanges.Known(ChangeAreas.Engine, "cgroup", before.Cgroup, after.Cgroup),
        .. EnvironmentChanges.Known(ChangeAreas.Engine, "rootless", Flag(before.Rootless), Flag(after.Rootless)),
        .. EnvironmentChanges.Known(ChangeAreas.Engine, "storage", before.Storage, after.Storage),
    ];

    private static IEnumerable<Change> Limits(SuiteLimits before, SuiteLimits after) =>
        Named(before).Zip(Named(after))
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new Change(ChangeAreas.Limit, pair.First.Name, pair.First.Value, pair.Second.Value));

    // Under the names of the suite file.
    private static IEnumerable<(string Name, string Value)> Named(SuiteLimits limits) =>
    [
        ("memory", ByteSize.Format(limits.MemoryBytes)),
        ("cpus", limits.Cpus?.ToString(CultureInfo.InvariantCulture) ?? "all"),
        ("pids", limits.Pids.ToString(CultureInfo.InvariantCulture)),
        ("disk", ByteSize.Format(limits.DiskBytes)),
        ("inodes", limits.Inodes.ToString(CultureInfo.InvariantCulture)),
        ("shared-memory", ByteSize.Format(limits.SharedMemoryBytes)),
        ("output", ByteSize.Format(limits.OutputBytes)),
        ("output-abort", ByteSize.Format(limits.OutputAbortBytes)),
    ];

    private static string? Flag(bool? value) => value switch
    {
        true => "yes",
        false => "no",
        _ => null,
    };
}
