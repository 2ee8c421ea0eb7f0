namespace Harness.Evidence;

/// <summary>How a run, an attempt or a step ended.</summary>
public enum Outcome
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>Against the expectation.</summary>
    Failed,

    /// <summary>Its end was not seen.</summary>
    Lost,

    /// <summary>Ended at its deadline.</summary>
    TimedOut,

    /// <summary>Ended because the caller cancelled.</summary>
    Interrupted,

    /// <summary>Not run, because something before it failed. Of steps only.</summary>
    Skipped,
}
