namespace Harness.Evidence;

/// <summary>What a suite came to.</summary>
public enum Verdict
{
    /// <summary>Every run passed and the runs agree.</summary>
    Passed,

    /// <summary>A smoke test or an install failed.</summary>
    Failed,

    /// <summary>Every run passed and the runs differ.</summary>
    NotReproducible,

    /// <summary>Something outside the suite failed.</summary>
    Infrastructure,

    /// <summary>The suite itself is invalid; nothing was run.</summary>
    Invalid,

    /// <summary>It was interrupted, or did not finish.</summary>
    Interrupted,
}
