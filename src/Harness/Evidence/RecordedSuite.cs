namespace Harness.Evidence;

/// <summary>A suite as its journal tells it.</summary>
/// <param name="About">The suite.</param>
/// <param name="Fault">What kept it from starting; null when its image was there.</param>
/// <param name="Attempts">The attempts, by run and number.</param>
public sealed record RecordedSuite(SuiteEvidence About, Fault? Fault, IReadOnlyList<RecordedAttempt> Attempts);
