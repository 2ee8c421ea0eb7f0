namespace Harness.Evidence;

/// <summary>One run of a suite: one attempt, or several when the surroundings failed.</summary>
/// <param name="Index">One-based.</param>
/// <param name="Outcome">Of the last attempt.</param>
/// <param name="Attempts">In order; the last one counts.</param>
public sealed record Run(int Index, Outcome Outcome, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>In order; the last one counts.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init => field = value ?? []; } = Attempts ?? [];

    /// <summary>What was varied in it; null: nothing.</summary>
    public IReadOnlyList<string>? Varied { get; init; }
}
