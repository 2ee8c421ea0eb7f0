namespace Harness.Reproducibility.Pinning;

/// <summary>A file to write.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Text">Its whole content.</param>
/// <param name="What">What it pins, for people.</param>
public sealed record PinnedFile(string Path, string Text, string What);
