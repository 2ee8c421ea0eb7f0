using System.Diagnostics.CodeAnalysis;

namespace Harness.Engines.Images;

/// <summary>The name of an image, taken apart: <c>registry/repository:tag@digest</c>, with Docker Hub's short forms written out.</summary>
/// <param name="Registry">Host, with a port where one was given; <c>docker.io</c> when none was named.</param>
/// <param name="Repository">Path in the registry; on Docker Hub with its <c>library/</c>.</param>
/// <param name="Tag">The tag; null if there is none.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits; null if the reference is not pinned.</param>
public sealed record ImageReference(string Registry, string Repository, string? Tag, string? Digest)
{
    private const string DockerHub = "docker.io";
    private const string OfficialPrefix = "library/";

    /// <summary>Whether a digest says exactly which image it is.</summary>
    public bool IsPinned => Digest is not null;

    /// <summary>The name without tag and digest, as engines show it: <c>python</c>, <c>ghcr.io/acme/app</c>.</summary>
    public string Name => Registry != DockerHub
        ? $"{Registry}/{Repository}"
        : Repository.StartsWith(OfficialPrefix, StringComparison.Ordinal) ? Repository[OfficialPrefix.Length..] : Repository;

    /// <summary>The reference by digest alone, <c>name@sha256:…</c>; null if it is not pinned.</summary>
    public string? ByDigest => Digest is null ? null : $"{Name}@{Digest}";

    /// <summary>What to ask an engine for: the digest where there is one (it wins over the tag), else the tag or <c>latest</c>.</summary>
    public string ForEngine => ByDigest ?? $"{Name}:{Tag ?? "latest"}";

    /// <summary>Takes a reference apart.</summary>
    /// <param name="text">Such as <c>python:3.11@sha256:…</c> or <c>localhost:5000/app</c>.</param>
    /// <param name="reference">The parts.</param>
    /// <param name="error">One sentence that says what is wrong.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ImageReference? reference,
        [NotNullWhen(false)] out string? error) => ImageReferenceParser.TryParse(text, out reference, out error);

    /// <summary>Whether another reference names the same repository of the same registry.</summary>
    public bool IsSameRepository(ImageReference other) => Registry == other.Registry && Repository == other.Repository;

    /// <summary>The reference as people write it, which parses back to the same parts.</summary>
    public override string ToString() =>
        $"{Name}{(Tag is null ? "" : ":" + Tag)}{(Digest is null ? "" : "@" + Digest)}";
}
