namespace Harness.Engines;

/// <summary>An image that the engine holds.</summary>
/// <param name="Id">The configuration's digest, <c>sha256:…</c>.</param>
/// <param name="RepoDigests">References by digest under which the engine knows it, <c>name@sha256:…</c>.</param>
/// <param name="OperatingSystem">As in OCI platforms.</param>
/// <param name="Architecture">As in OCI platforms.</param>
/// <param name="Variant">As in OCI platforms, such as <c>v8</c>; null if there is none.</param>
/// <param name="SizeBytes">Size of all layers, in bytes.</param>
public sealed record ImageInfo(
    string Id,
    IReadOnlyList<string> RepoDigests,
    string OperatingSystem,
    string Architecture,
    string? Variant,
    long? SizeBytes)
{
    /// <summary>The platform, such as <c>linux/arm64/v8</c>.</summary>
    public string Platform => Variant is null ? $"{OperatingSystem}/{Architecture}" : $"{OperatingSystem}/{Architecture}/{Variant}";
}
