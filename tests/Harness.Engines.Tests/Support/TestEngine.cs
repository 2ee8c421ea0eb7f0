using System.Collections;
using System.Collections.Concurrent;
using Harness.Engines.Discovery;
using Harness.Engines.Images;

namespace Harness.Engines.Tests.Support;

/// <summary>The real engines and the fixture image; tests that need what is missing skip, with the reason.</summary>
internal static class TestEngine
{
    private const string ImageVariable = "HARNESS_FIXTURE_IMAGE";
    private const string DockerVariable = "DOCKER_HOST";
    private const string PodmanVariable = "HARNESS_PODMAN_HOST";

    private static readonly ConcurrentDictionary<EngineKind, Lazy<Task<IContainerEngine>>> Engines = new();
    private static readonly ConcurrentDictionary<EngineKind, Lazy<Task<ImageInfo>>> Images = new();

    /// <summary>The pinned reference of the fixture image.</summary>
    public static ImageReference ImageReference =>
        ImageReference.TryParse(Environment.GetEnvironmentVariable(ImageVariable)!, out var reference, out var error)
            ? reference
            : throw new InvalidOperationException($"{ImageVariable}: {error}");

    /// <summary>Where an engine's API listens; skips the test when it is not configured.</summary>
    public static string RequireAddress(EngineKind kind)
    {
        var variable = kind.IsPodman() ? PodmanVariable : DockerVariable;
        var address = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(address))
            Assert.Skip($"{variable} is not set: these tests need a real engine.");
        return address;
    }

    /// <summary>An engine, the same for all tests; skips the test when it is not configured.</summary>
    public static async Task<IContainerEngine> RequireAsync(EngineKind kind = EngineKind.Docker)
    {
        var address = RequireAddress(kind);
        try
        {
            return await Engines.GetOrAdd(kind, _ => new(() => ConnectAsync(kind, Own(kind, address)))).Value;
        }
        catch (EngineException e) when (e.Fault == EngineFault.EngineNotFound)
        {
            Assert.Skip(e.Message); // DOCKER_HOST leads to Podman.
            throw;
        }
    }

    /// <summary>An engine with the fixture image on it; skips the test when one of them is not configured.</summary>
    public static async Task<(IContainerEngine Engine, ImageInfo Image)> RequireImageAsync(EngineKind kind = EngineKind.Docker)
    {
        var engine = await RequireAsync(kind);
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ImageVariable)))
            Assert.Skip($"{ImageVariable} is not set: these tests need an image with Python, by digest.");
        return (engine, await Images.GetOrAdd(kind, _ => new(() => EnsureImageAsync(engine))).Value);
    }

    /// <summary>Connects anew to an engine of a kind at some address; the podman command without one works by itself.</summary>
    public static async Task<IContainerEngine> ConnectAsync(EngineKind kind, string? address) =>
        (await EngineConnector.ConnectAsync(Enum.Parse<EngineChoice>(kind.ToString()), Variables(kind, address), CancellationToken.None)).Engine;

    /// <summary>This process's environment, with the engine of the tests.</summary>
    public static Dictionary<string, string> Variables(EngineKind kind) => Variables(kind, Own(kind, RequireAddress(kind)));

    /// <summary>This process's environment, with an engine at some address.</summary>
    public static Dictionary<string, string> Variables(EngineKind kind, string? address)
    {
        var variables = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "");
        if (address is not null)
            variables[kind.IsPodman() ? "CONTAINER_HOST" : DockerVariable] = address;
        return variables;
    }

    private static string? Own(EngineKind kind, string address) => kind == EngineKind.PodmanCli ? null : address;

    private static async Task<ImageInfo> EnsureImageAsync(IContainerEngine engine) =>
        await new ImageStore(engine, new(), TimeProvider.System).EnsureAsync(ImageReference, null, CancellationToken.None);
}
