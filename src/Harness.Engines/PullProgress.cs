namespace Harness.Engines;

/// <summary>One step of an image pull.</summary>
/// <param name="Layer">The layer it is about; null for the whole image.</param>
/// <param name="Status">The engine's words, such as <c>Downloading</c>.</param>
/// <param name="CurrentBytes">Bytes done.</param>
/// <param name="TotalBytes">Bytes to do.</param>
public sealed record PullProgress(string? Layer, string Status, long? CurrentBytes, long? TotalBytes);
