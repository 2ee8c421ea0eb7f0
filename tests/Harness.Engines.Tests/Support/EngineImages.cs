using Docker.DotNet;
using Docker.DotNet.Models;
using Harness.Engines.Images;

namespace Harness.Engines.Tests.Support;

/// <summary>Takes away the images that tests have pulled; the product never removes one.</summary>
internal static class EngineImages
{
    public static async Task RemoveAsync(EngineKind kind, ImageReference reference)
    {
        using var configuration = new DockerClientConfiguration(new Uri(TestEngine.RequireAddress(kind)));
        using var client = configuration.CreateClient();
        await client.Images.DeleteImageAsync(reference.ForEngine, new ImageDeleteParameters { Force = true }, CancellationToken.None);
    }
}
