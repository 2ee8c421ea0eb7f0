namespace Harness.Engines.Sandboxes;

/// <summary>What a reaper did.</summary>
/// <param name="Removed">Containers that are gone now.</param>
/// <param name="Failed">Containers whose owner is dead but that could not be removed, and why.</param>
public sealed record Reaping(
    IReadOnlyList<ContainerSummary> Removed,
    IReadOnlyList<(ContainerSummary Container, EngineException Error)> Failed);
