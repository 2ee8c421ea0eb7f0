namespace Harness.Engines.Sandboxes;

/// <summary>What a reaper did.</summary>
/// <param name="Removed">Containers that are gone now.</param>
/// <param name="Kept">Containers whose owner is dead and had wanted them to stay.</param>
/// <param name="Failed">Containers whose owner is dead but that could not be removed, and why.</param>
public sealed record Reaping(
    IReadOnlyList<ContainerSummary> Removed,
    IReadOnlyList<ContainerSummary> Kept,
    IReadOnlyList<(ContainerSummary Container, EngineException Error)> Failed);
