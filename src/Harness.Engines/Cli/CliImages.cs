using System.Text;
using System.Text.Json;
using Harness.Engines.Images;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Images over a command line.</summary>
internal abstract class CliImages(EngineCli cli)
{
    private const string IdPrefix = "sha256:";

    public virtual async Task<ImageInfo?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            var said = await cli.AskAsync(new("image", "inspect", Name(reference)), EngineFault.RequestFailed, cancellationToken);
            return CliJson.Parse(said).Items().Select(Info).FirstOrDefault();
        }
        catch (EngineException e) when (e.Fault == EngineFault.ImageNotFound)
        {
            return null;
        }
    }

    public async Task PullAsync(
        string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(reference, out var image, out var error))
            throw new EngineException(EngineFault.ImageNotFound, $"'{reference}' is no image reference: {error}.");

        string[] wanted = platform is null ? [] : ["--platform", platform];
        var errors = new StringBuilder();
        var call = new ProgramCall(["pull", .. wanted, .. PullArguments(image), Name(image.ForEngine)]);
        var code = await cli.HearAsync(call, (stream, line) => Hear(stream, line, errors, progress), cancellationToken);
        if (code == 0)
            return;
        var failure = CliErrors.From(errors.ToString(), EngineFault.RequestFailed);
        throw failure.Fault is EngineFault.EngineLost or EngineFault.EnginePermission
            ? failure
            : RegistryErrors.From(reference, failure.Message, failure);
    }

    /// <summary>Refuses an image that is for another platform, where the engine would not.</summary>
    /// <exception cref="EngineException">It is.</exception>
    public virtual Task RequirePlatformAsync(string reference, string? platform, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How to name an image.</summary>
    protected virtual string Name(string reference) => reference;

    /// <summary>Further arguments of a pull.</summary>
    protected virtual string[] PullArguments(ImageReference image) => [];

    /// <summary>A step of a pull.</summary>
    protected abstract PullProgress Progress(string line);

    private static ImageInfo Info(JsonElement image)
    {
        var id = image.At("Id").Text() ?? "";
        return new ImageInfo(
            id.StartsWith(IdPrefix, StringComparison.Ordinal) ? id : IdPrefix + id,
            [.. image.At("RepoDigests").Items().Select(digest => digest.Text()).OfType<string>()],
            image.At("Os").Text() ?? "",
            image.At("Architecture").Text() ?? "",
            image.At("Variant").Text(),
            image.At("Size").Number() is > 0 and var size ? size : null);
    }

    private void Hear(OutputStream stream, string line, StringBuilder errors, IProgress<PullProgress>? progress)
    {
        if (stream == OutputStream.StandardError)
            errors.AppendLine(line);
        if (line.Trim().Length > 0)
            progress?.Report(Progress(line.Trim()));
    }
}
