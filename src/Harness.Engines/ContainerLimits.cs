namespace Harness.Engines;

/// <summary>Limits of one container; all sizes in bytes.</summary>
/// <param name="MemoryBytes">Memory; swap is always off.</param>
/// <param name="Cpus">CPUs, as a fraction.</param>
/// <param name="Pids">Processes and threads.</param>
/// <param name="DiskBytes">Writable space, all of it below <c>/tmp</c>.</param>
/// <param name="Inodes">Files in the writable space.</param>
/// <param name="SharedMemoryBytes">Size of <c>/dev/shm</c>.</param>
public sealed record ContainerLimits(
    long MemoryBytes,
    double? Cpus,
    int Pids,
    long DiskBytes,
    long Inodes,
    long SharedMemoryBytes);
