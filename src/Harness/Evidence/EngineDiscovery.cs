namespace Harness.Evidence;

/// <summary>How the engine was found.</summary>
/// <param name="Source">Who named it: <c>DOCKER_HOST</c>, <c>docker context 'NAME'</c>, <c>CONTAINER_HOST</c>, <c>default socket</c>.</param>
/// <param name="Address">Where it is, without credentials.</param>
/// <param name="PassedOver">What was looked at before it, in order; absent when it was the first.</param>
public sealed record EngineDiscovery(string Source, string Address, IReadOnlyList<EnginePassedOver>? PassedOver = null);
