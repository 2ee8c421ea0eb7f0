namespace Harness.Evidence;

/// <summary>Which verdict speaks for several.</summary>
public static class Verdicts
{
    // The order of the exit codes: interrupted, 2, 4, 1, 3, 0.
    private static ReadOnlySpan<Verdict> GravestFirst =>
        [Verdict.Interrupted, Verdict.Invalid, Verdict.Infrastructure, Verdict.Failed, Verdict.NotReproducible, Verdict.Passed];

    /// <summary>The gravest verdict; null when there are none.</summary>
    public static Verdict? Gravest(IEnumerable<Verdict> verdicts)
    {
        Verdict? gravest = null;
        foreach (var verdict in verdicts)
        {
            if (gravest is null || Rank(verdict) < Rank(gravest.Value))
                gravest = verdict;
        }

        return gravest;
    }

    /// <summary>The place of a verdict in that order; 0 is the gravest.</summary>
    public static int Rank(Verdict verdict) => GravestFirst.IndexOf(verdict);
}
