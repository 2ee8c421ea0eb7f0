using Docker.DotNet;
using Docker.DotNet.Models;
using Harness.Engines.Images;

namespace Harness.Engines.Docker;

/// <summary>Images over the Engine API.</summary>
internal sealed class DockerImages(DockerClient client)
{
    public Task<ImageInfo?> FindAsync(string reference, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            try
            {
                return Info(await client.Images.InspectImageAsync(reference, cancellationToken));
            }
            catch (DockerApiException e) when (DockerErrors.IsNotFound(e))
            {
                return null;
            }
        },
        EngineFault.RequestFailed,
        cancellationToken);

    public async Task PullAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(reference, out var image, out var error))
            throw new EngineException(EngineFault.ImageNotFound, $"'{reference}' is no image reference: {error}.");

        var parameters = new ImagesCreateParameters
        {
            FromImage = image.Name,
            Tag = image.Digest ?? image.Tag ?? "latest",
            Platform = platform,
        };
        var messages = new PullMessages(progress);
        try
        {
            await DockerErrors.Translate(
                () => client.Images.CreateImageAsync(parameters, null, messages, cancellationToken),
                EngineFault.RequestFailed,
                cancellationToken);
        }
        catch (EngineException e) when (e.InnerException is DockerApiException)
        {
            throw RegistryErrors.From(reference, e.Message, e);
        }

        // Once the answer has begun its status is 200, whatever happens then.
        if (messages.Error is { } failed)
            throw RegistryErrors.From(reference, failed, null);
    }

    private static ImageInfo Info(ImageInspectResponse image) => new(
        image.ID,
        [.. image.RepoDigests ?? []],
        image.Os,
        image.Architecture,
        string.IsNullOrEmpty(image.Variant) ? null : image.Variant,
        image.Size > 0 ? image.Size : null);

    // Synchronous, unlike Progress<T>, which could deliver an error after the pull has returned.
    private sealed class PullMessages(IProgress<PullProgress>? progress) : IProgress<JSONMessage>
    {
        public string? Error { get; private set; }

        public void Report(JSONMessage value)
        {
            Error ??= value.Error?.Message ?? value.ErrorMessage;
            if (value.Status is { } status)
                progress?.Report(new PullProgress(value.ID, status, Bytes(value.Progress?.Current), Bytes(value.Progress?.Total)));
        }

        private static long? Bytes(long? count) => count > 0 ? count : null;
    }
}
