using Harness.Engines.Images;
using Harness.Engines.Podman;

namespace Harness.Engines.Cli;

/// <summary>Images over Podman's command line.</summary>
internal sealed class PodmanCliImages(EngineCli cli) : CliImages(cli)
{
    public override async Task<ImageInfo?> FindAsync(string reference, CancellationToken cancellationToken) =>
        PodmanImages.UnderName(reference, await base.FindAsync(reference, cancellationToken));

    // Podman warns, and creates the container all the same.
    public override async Task RequirePlatformAsync(string reference, string? platform, CancellationToken cancellationToken)
    {
        if (platform is not null)
            PodmanImages.RequirePlatform(reference, await FindAsync(reference, cancellationToken), platform);
    }

    protected override string Name(string reference) => PodmanImages.FullName(reference);

    // As Docker does: what runs on the engine's own machine need not have a certificate.
    protected override string[] PullArguments(ImageReference image) =>
        PodmanImages.IsLoopback(image.Registry) ? ["--tls-verify=false"] : [];

    protected override PullProgress Progress(string line) => new(null, line, null, null);
}
