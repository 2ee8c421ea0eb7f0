namespace Harness.Evidence;

/// <summary>The image that was used.</summary>
/// <param name="Reference">As the suite names it.</param>
/// <param name="Digest">The manifest's digest: the pinned one, else the one the registry gave; null for an image no registry knows.</param>
/// <param name="Id">The configuration's digest.</param>
/// <param name="Platform">OCI platform.</param>
public sealed record ImageEvidence(string Reference, string? Digest = null, string? Id = null, string? Platform = null);
