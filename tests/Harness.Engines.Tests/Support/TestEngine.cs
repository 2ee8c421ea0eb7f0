using System.Collections;
using Harness.Engines.Discovery;
using Harness.Engines.Images;

namespace Harness.Engines.Tests.Support;

/// <summary>The real engine and the fixture image; tests that need them skip, with the reason, where one is missing.</summary>
internal static class TestEngine
{
    private const string ImageVariable = "HARNESS_FIXTURE_IMAGE";
    private static readonly Lazy<Task<EngineConnection>> Connection = new(
        () => EngineConnector.ConnectAsync(EngineChoice.Docker, Variables(), CancellationToken.None));

    private static readonly Lazy<Task<ImageInfo>> Image = new(EnsureImageAsync);

    /// <summary>The pinned reference of the fixture image.</summary>
    public static ImageReference ImageReference =>
        ImageReference.TryParse(Environment.GetEnvironmentVariable(ImageVariable)!, out var reference, out var error)
            ? reference
            : throw new InvalidOperationException($"{ImageVariable}: {error}");

    /// <summary>The engine; skips the test when none is configured.</summary>
    public static async Task<IContainerEngine> RequireAsync()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKER_HOST")))
            Assert.Skip("DOCKER_HOST is not set: these tests need a real engine.");
        return (await Connection.Value).Engine;
    }

    /// <summary>The engine with the fixture image on it; skips the test when one of them is not configured.</summary>
    public static async Task<(IContainerEngine Engine, ImageInfo Image)> RequireImageAsync()
    {
        var engine = await RequireAsync();
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ImageVariable)))
            Assert.Skip($"{ImageVariable} is not set: these tests need an image with Python, by digest.");
        return (engine, await Image.Value);
    }

    private static async Task<ImageInfo> EnsureImageAsync()
    {
        var (engine, _, _) = await Connection.Value;
        return await new ImageStore(engine, new(), TimeProvider.System).EnsureAsync(ImageReference, null, CancellationToken.None);
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "");
}
