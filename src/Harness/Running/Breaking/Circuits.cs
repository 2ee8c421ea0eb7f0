using System.Collections.Concurrent;
using Harness.Engines.Images;

namespace Harness.Running.Breaking;

/// <summary>The circuits of an invocation: one for its engine, one for each registry and each image.</summary>
/// <param name="engine">The engine, in words.</param>
/// <param name="time">The clock of the pauses.</param>
/// <param name="tell">Hears when one opens and when it closes again.</param>
internal sealed class Circuits(string engine, TimeProvider time, Action<string> tell)
{
    private static readonly string[] OfEngine = ["engine-lost", "memory-host", "killed-externally", "container-removed"];
    private static readonly string[] OfRegistry = ["registry-unreachable", "registry-rate-limited"];

    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> places = new(StringComparer.Ordinal);

    /// <summary>The circuit of the engine.</summary>
    public Circuit Engine { get; } = new($"engine {engine}", OfEngine, time, tell);

    /// <summary>The circuit of a registry.</summary>
    public Circuit Registry(ImageReference image) => Of($"registry {image.Registry}");

    /// <summary>The circuit of an image, for the registry that lacks this one only.</summary>
    public Circuit Image(ImageReference image) => Of($"image {image}");

    /// <summary>The places of those that may ask a registry at a time: as many as it takes to find that it is dead.</summary>
    public SemaphoreSlim Places(ImageReference image) => places.GetOrAdd(image.Registry, _ => new(Circuit.Limit));

    private Circuit Of(string dependency) => circuits.GetOrAdd(dependency, _ => new(dependency, OfRegistry, time, tell));
}
