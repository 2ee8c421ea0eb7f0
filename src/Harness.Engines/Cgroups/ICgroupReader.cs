using Harness.Engines.Sandboxes;

namespace Harness.Engines.Cgroups;

/// <summary>Reads the counters of one container's cgroup.</summary>
internal interface ICgroupReader
{
    /// <summary>One reading; null once the cgroup is gone, which it is as soon as the container has ended.</summary>
    CgroupCounters? Read(DateTimeOffset at);
}
