namespace Harness.Engines;

/// <summary>A directory or file of this machine that a container sees.</summary>
/// <param name="Source">Absolute path on this machine; it must exist.</param>
/// <param name="Target">Absolute path inside.</param>
/// <param name="ReadOnly">Whether the container may only read it.</param>
public sealed record BindMount(string Source, string Target, bool ReadOnly);
