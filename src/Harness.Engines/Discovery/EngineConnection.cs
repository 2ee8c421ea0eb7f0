namespace Harness.Engines.Discovery;

/// <summary>An engine that answered, and how it was found.</summary>
/// <param name="Engine">The engine; the caller disposes of it.</param>
/// <param name="Candidate">The place it was found at.</param>
/// <param name="PassedOver">The places before it, and why they were passed over.</param>
public sealed record EngineConnection(IContainerEngine Engine, EngineCandidate Candidate, IReadOnlyList<EngineAttempt> PassedOver);
