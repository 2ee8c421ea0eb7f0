namespace Harness.Engines.Discovery;

/// <summary>A candidate that was passed over.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Fault">What kind of failure it was.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record EngineAttempt(EngineCandidate Candidate, EngineFault Fault, string Reason);
