namespace Harness.Engines.Sandboxes;

/// <summary>What was kept of an output stream.</summary>
/// <param name="Path">The file that holds it, raw bytes, with a line in the middle that states a cut.</param>
/// <param name="TotalBytes">Bytes that were printed.</param>
/// <param name="CutBytes">Bytes that were counted and not kept.</param>
public sealed record CapturedStream(string Path, long TotalBytes, long CutBytes);
