namespace Harness.Engines.Sandboxes;

/// <summary>How a sandbox was taken down.</summary>
/// <param name="FinalState">The container's state before it was killed and removed; null when it was gone or nobody answered.</param>
/// <param name="NotRemoved">Why the container could not be removed; null when it is gone.</param>
public sealed record SandboxClosing(ContainerState? FinalState, EngineException? NotRemoved);
