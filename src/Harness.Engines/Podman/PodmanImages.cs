using System.Net;
using Docker.DotNet;
using Harness.Engines.Docker;
using Harness.Engines.Images;

namespace Harness.Engines.Podman;

/// <summary>Images over Podman's API.</summary>
internal sealed class PodmanImages(DockerClient client, LibpodApi libpod)
{
    private readonly DockerImages _images = new(client);

    /// <summary>
    /// The name with registry and folder written out. Podman looks short names up in places of its own; here they mean what they
    /// mean on Docker. Ids stay as they are.
    /// </summary>
    public static string FullName(string reference) =>
        !reference.StartsWith("sha256:", StringComparison.Ordinal) && ImageReference.TryParse(reference, out var image, out _)
            ? $"{image.Registry}/{image.Repository}"
                + (image.Digest is not null ? $"@{image.Digest}" : $":{image.Tag ?? "latest"}")
            : reference;

    /// <summary>
    /// The image that was found, unless it came under another name. Podman finds a digest whatever name it came under, also one that the
    /// named registry may not have.
    /// </summary>
    public static ImageInfo? UnderName(string reference, ImageInfo? found) =>
        found is not null && ImageReference.TryParse(reference, out var wanted, out _) && wanted.IsPinned
            && !ImageChecks.Carries(found, wanted)
                ? null
                : found;

    /// <summary>Refuses an image that is for another platform: Podman would create the container all the same.</summary>
    /// <exception cref="EngineException">It is.</exception>
    public static void RequirePlatform(string reference, ImageInfo? found, string platform)
    {
        if (found is not null && !ImageChecks.IsFor(found, platform))
            throw new EngineException(EngineFault.PlatformMismatch, $"{reference} is for {found.Platform}, not for {platform}.");
    }

    public async Task<ImageInfo?> FindAsync(string reference, CancellationToken cancellationToken) =>
        UnderName(reference, await _images.FindAsync(FullName(reference), cancellationToken));

    public async Task PullAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(reference, out var image, out var error))
            throw new EngineException(EngineFault.ImageNotFound, $"'{reference}' is no image reference: {error}.");

        string? failed;
        try
        {
            failed = await libpod.PullAsync(
                Query(image, platform), line => progress?.Report(new PullProgress(null, line, null, null)), cancellationToken);
        }
        catch (EngineException e) when (e.InnerException is DockerApiException)
        {
            throw RegistryErrors.From(reference, e.Message, e);
        }

        if (failed is not null)
            throw RegistryErrors.From(reference, failed, null);
    }

    /// <inheritdoc cref="RequirePlatform"/>
    public async Task RequirePlatformAsync(string reference, string? platform, CancellationToken cancellationToken)
    {
        if (platform is not null)
            RequirePlatform(reference, await FindAsync(reference, cancellationToken), platform);
    }

    private static Dictionary<string, string> Query(ImageReference image, string? platform)
    {
        var query = new Dictionary<string, string> { ["reference"] = FullName(image.ForEngine) };
        if (platform?.Split('/') is [var system, var architecture, .. var variant])
        {
            (query["OS"], query["Arch"]) = (system, architecture);
            if (variant is [var only])
                query["Variant"] = only;
        }

        // As Docker does: what runs on the engine's own machine need not have a certificate.
        if (IsLoopback(image.Registry))
            query["tlsVerify"] = "false";
        return query;
    }

    /// <summary>Whether a registry is on the engine's own machine.</summary>
    public static bool IsLoopback(string registry) =>
        Uri.TryCreate($"http://{registry}", UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
