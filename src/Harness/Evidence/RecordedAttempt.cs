namespace Harness.Evidence;

/// <summary>An attempt as the journal tells it.</summary>
/// <param name="Run">One-based.</param>
/// <param name="Index">One-based.</param>
/// <param name="Outcome">How it ended; null when the journal breaks off before.</param>
/// <param name="Evidence">What a diagnosis is made from.</param>
public sealed record RecordedAttempt(int Run, int Index, Outcome? Outcome, AttemptEvidence Evidence);
