namespace Harness.Evidence;

/// <summary>Use of a file system in the sandbox.</summary>
/// <param name="UsedBytes">Bytes used.</param>
/// <param name="TotalBytes">Its size.</param>
/// <param name="InodesUsed">Files.</param>
/// <param name="InodesTotal">Most files it can hold.</param>
public sealed record SpaceUse(long UsedBytes, long TotalBytes, long? InodesUsed = null, long? InodesTotal = null);
