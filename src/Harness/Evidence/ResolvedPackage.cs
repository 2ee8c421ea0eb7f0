namespace Harness.Evidence;

/// <summary>An installed distribution and the archive it came from.</summary>
/// <param name="Name">Its name in its normal form.</param>
/// <param name="Version">Its version.</param>
/// <param name="Archive">File name of its archive; null when this run did not install it.</param>
/// <param name="Sha256">The archive's hash.</param>
/// <param name="Commit">The commit, when it came from a repository.</param>
public sealed record ResolvedPackage(string Name, string? Version, string? Archive = null, string? Sha256 = null, string? Commit = null);
