using System.Collections.Concurrent;

namespace Harness.Engines.Images;

/// <summary>
/// The images of one invocation. Each is looked up, pulled where needed and checked once, however many ask for it at a time;
/// a failure is not remembered. Who cancels stops waiting; the pull itself stops when nobody waits any more.
/// </summary>
/// <param name="engine">The engine that holds the images.</param>
/// <param name="options">How they are obtained.</param>
/// <param name="time">The clock of the pauses between attempts.</param>
public sealed class ImageStore(IContainerEngine engine, ImageStoreOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Reference, string? Platform), SharedTask<ImageInfo>> _images = new();

    /// <summary>Makes sure that the engine has exactly the image that is named, for the platform that is asked for.</summary>
    /// <param name="reference">The image; without a digest whatever the tag leads to is taken.</param>
    /// <param name="platform">Such as <c>linux/amd64</c>; null: the engine's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="EngineException">The image cannot be had, is not what was pinned, or is for another platform.</exception>
    public async Task<ImageInfo> EnsureAsync(ImageReference reference, string? platform, CancellationToken cancellationToken)
    {
        var key = (reference.ForEngine, platform);
        while (true)
        {
            var shared = _images.GetOrAdd(key, _ => new SharedTask<ImageInfo>(token => ObtainAsync(reference, platform, token)));
            if (shared.TryJoin(cancellationToken) is { } joined)
            {
                try
                {
                    return await joined;
                }
                catch when (shared.IsSpoilt)
                {
                    _images.TryRemove(new(key, shared));
                    throw;
                }
            }

            _images.TryRemove(new(key, shared)); // Given up by all who waited before; begin again.
        }
    }

    /// <summary>Whether the engine has the image already, so that nothing need be pulled.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="platform">As for <see cref="EnsureAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">The engine does not say.</exception>
    public async Task<bool> HasAsync(ImageReference reference, string? platform, CancellationToken cancellationToken) =>
        await engine.FindImageAsync(reference.ForEngine, cancellationToken) is { } image && ImageChecks.IsFor(image, platform ?? engine.Info.Platform);

    /// <summary>The reference by digest that pins what a reference without one means today; null for an image no registry knows.</summary>
    /// <param name="reference">The image; its tag is kept.</param>
    /// <param name="platform">As for <see cref="EnsureAsync"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="EngineException">The image cannot be had.</exception>
    public async Task<ImageReference?> ResolveAsync(ImageReference reference, string? platform, CancellationToken cancellationToken)
    {
        if (reference.IsPinned)
            return reference;
        var image = await EnsureAsync(reference, platform, cancellationToken);
        return ImageChecks.DigestIn(image, reference) is { } digest ? reference with { Digest = digest } : null;
    }

    /// <summary>The words of the fault of an image that may not be pulled.</summary>
    public const string SwitchedOff = "and pulling is switched off";

    /// <summary>The digest that pins an image: the reference's own, else the one its registry knows it by; null if none does.</summary>
    public static string? DigestOf(ImageReference reference, ImageInfo image) => reference.Digest ?? ImageChecks.DigestIn(image, reference);

    private async Task<ImageInfo> ObtainAsync(ImageReference reference, string? platform, CancellationToken cancellationToken)
    {
        var wanted = platform ?? engine.Info.Platform;
        var image = await engine.FindImageAsync(reference.ForEngine, cancellationToken);
        if (image is null || (!options.Offline && !ImageChecks.IsFor(image, wanted)))
            image = await PullAsync(reference, image, platform, cancellationToken);

        ImageChecks.Verify(image, reference, wanted);
        return image;
    }

    private async Task<ImageInfo?> PullAsync(
        ImageReference reference, ImageInfo? other, string? platform, CancellationToken cancellationToken)
    {
        try
        {
            await PullAsync(reference, platform, cancellationToken);
        }
        catch (EngineException e) when (other is not null)
        {
            throw new EngineException(
                EngineFault.PlatformMismatch,
                $"The engine has {reference} for {other.Platform}, "
                + $"and could not get it for {platform ?? engine.Info.Platform}: {e.Message}",
                e);
        }

        return await engine.FindImageAsync(reference.ForEngine, cancellationToken);
    }

    private async Task PullAsync(ImageReference reference, string? platform, CancellationToken cancellationToken)
    {
        if (options.Offline)
        {
            throw new EngineException(
                EngineFault.ImageNotFound,
                $"The engine does not have {reference}, {SwitchedOff}. Pull it before: docker pull {reference.ForEngine}")
            {
                Fact = $"The engine does not have {reference}, {SwitchedOff}.",
                Words = $"The engine does not have {reference}, {SwitchedOff}.",
            };
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var progress = options.Progress is { } hears ? new Relay(step => hears(reference, step)) : null;
                await engine.PullImageAsync(reference.ForEngine, platform, progress, cancellationToken);
                return;
            }
            catch (EngineException e) when (e.IsTransient && attempt < options.Attempts)
            {
                options.Retrying?.Invoke(reference, e);
                await Task.Delay(options.Delay * Math.Pow(2, attempt - 1), time, cancellationToken);
            }
        }
    }

    private sealed class Relay(Action<PullProgress> hears) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => hears(value);
    }
}
