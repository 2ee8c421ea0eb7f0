namespace Harness.Evidence;

/// <summary>Use of what a step could write to, read after its end.</summary>
/// <param name="Disk">The writable space.</param>
/// <param name="SharedMemory"><c>/dev/shm</c>.</param>
public sealed record StepSpace(SpaceUse? Disk = null, SpaceUse? SharedMemory = null)
{
    /// <summary>Not measured.</summary>
    public static StepSpace Unknown { get; } = new();
}
