namespace Harness.Engines.Cgroups;

/// <summary>Finds the reader that fits this machine.</summary>
internal static class CgroupReaders
{
    /// <summary>A reader for the cgroup of a running container; null where it cannot be read from here.</summary>
    /// <param name="pid">Process id of the container's main process, as the engine states it.</param>
    /// <param name="containerId">Full id of the container.</param>
    public static ICgroupReader? Open(int pid, string containerId)
    {
        if (!OperatingSystem.IsLinux()
            || CgroupFile.Read($"/proc/{pid}", "cgroup") is not { } cgroups
            || CgroupFile.Read("/proc/self", "mountinfo") is not { } mounts)
            return null;

        return CgroupLocation.Find(cgroups, mounts, containerId) switch
        {
            null => null,
            { Unified: null } v1 => new CgroupV1Reader(v1),
            var v2 => new CgroupV2Reader(v2),
        };
    }
}
