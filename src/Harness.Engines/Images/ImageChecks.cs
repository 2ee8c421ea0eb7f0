using System.Diagnostics.CodeAnalysis;

namespace Harness.Engines.Images;

/// <summary>Whether an image is the one that was asked for.</summary>
internal static class ImageChecks
{
    /// <summary>Refuses an image that is absent, not what was pinned, or for another platform.</summary>
    /// <exception cref="EngineException">It is.</exception>
    public static void Verify([NotNull] ImageInfo? image, ImageReference reference, string platform)
    {
        if (image is null)
            throw new EngineException(EngineFault.ImageNotFound, $"The engine pulled {reference} and does not find it.");
        if (reference.IsPinned && !Carries(image, reference))
        {
            throw new EngineException(
                EngineFault.ImageDigestMismatch,
                $"The engine has {reference.Name} as {Known(image)}, not as the {reference.Digest} that was pinned.");
        }

        if (!IsFor(image, platform))
            throw new EngineException(EngineFault.PlatformMismatch, $"{reference} is for {image.Platform}, not for {platform}.");
    }

    /// <summary>Whether an image is what a digest pins, under that name. A containerd store has the manifest's digest as the id.</summary>
    public static bool Carries(ImageInfo image, ImageReference pinned) =>
        image.Id == pinned.Digest || Digests(image).Any(known => known.Digest == pinned.Digest && known.IsSameRepository(pinned));

    /// <summary>Whether an image runs on a platform. A platform without a variant takes every variant.</summary>
    public static bool IsFor(ImageInfo image, string platform)
    {
        var wanted = platform.Split('/');
        return wanted.Length >= 2
            && image.OperatingSystem == wanted[0]
            && image.Architecture == wanted[1]
            && (wanted.Length < 3 || image.Variant is null || image.Variant == wanted[2]);
    }

    /// <summary>The digest under which the image's registry knows it; null if none does.</summary>
    public static string? DigestIn(ImageInfo image, ImageReference reference) =>
        Digests(image).FirstOrDefault(known => known.IsSameRepository(reference))?.Digest;

    private static IEnumerable<ImageReference> Digests(ImageInfo image) => image.RepoDigests
        .Select(text => ImageReference.TryParse(text, out var known, out _) ? known : null)
        .OfType<ImageReference>();

    private static string Known(ImageInfo image) =>
        image.RepoDigests.Count == 0 ? $"{image.Id} without a registry's digest" : string.Join(", ", image.RepoDigests);
}
