namespace Harness.Engines.Cgroups;

/// <summary>Where a container's counters lie on this machine: version 2 has one directory, version 1 one for each controller.</summary>
internal sealed record CgroupLocation(string? Unified, string? Memory, string? Pids, string? CpuAccount, string? Cpu)
{
    /// <summary>
    /// Finds the directories. The container's id must be part of each path: a process id that comes from another PID namespace
    /// (Harness itself in a container) would otherwise lead to a stranger's cgroup.
    /// </summary>
    /// <param name="processCgroups">Text of <c>/proc/PID/cgroup</c>.</param>
    /// <param name="mounts">Text of <c>/proc/self/mountinfo</c>.</param>
    /// <param name="containerId">Full id of the container.</param>
    public static CgroupLocation? Find(string processCgroups, string mounts, string containerId)
    {
        var memberships = Memberships(processCgroups)
            .Select(m => (m.Controllers, Path: UpToContainer(m.Path, containerId)!))
            .Where(m => m.Path is not null)
            .ToList();
        var hierarchies = CgroupMount.Parse(mounts);

        var memory = V1("memory");
        if (memory is not null)
            return new(null, memory, V1("pids"), V1("cpuacct"), V1("cpu"));

        var unified = memberships.Where(m => m.Controllers.Length == 0)
            .Select(m => hierarchies.FirstOrDefault(h => h.IsUnified)?.Resolve(m.Path))
            .FirstOrDefault();
        return unified is null ? null : new(unified, null, null, null, null);

        string? V1(string controller) => memberships.Where(m => m.Controllers.Contains(controller))
            .Select(m => hierarchies.FirstOrDefault(h => !h.IsUnified && h.Controllers.Contains(controller))?.Resolve(m.Path))
            .FirstOrDefault();
    }

    // The part with the id has the limits and counts everything below; some runtimes put the processes one level deeper.
    private static string? UpToContainer(string path, string containerId)
    {
        var id = path.IndexOf(containerId, StringComparison.Ordinal);
        var end = id < 0 ? -1 : path.IndexOf('/', id);
        return id < 0 ? null : end < 0 ? path : path[..end];
    }

    private static IEnumerable<(string[] Controllers, string Path)> Memberships(string text) =>
        from line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Split(':', 3)
        where parts.Length == 3
        select (parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries), parts[2]);
}
