using Harness.Evidence;

namespace Harness.Running;

/// <summary>Exit codes of a run, as the contract gives them.</summary>
public static class ExitCodes
{
    /// <summary>All passed and reproducible.</summary>
    public const int Passed = 0;

    /// <summary>A smoke test or an install failed.</summary>
    public const int Failed = 1;

    /// <summary>Usage or invalid suite.</summary>
    public const int Invalid = 2;

    /// <summary>Passed but not reproducible.</summary>
    public const int NotReproducible = 3;

    /// <summary>Something outside the suite failed.</summary>
    public const int Infrastructure = 4;

    /// <summary>Interrupted by SIGINT; SIGTERM is 143.</summary>
    public const int Interrupted = 130;

    /// <summary>The code of the gravest verdict.</summary>
    public static int For(IEnumerable<Verdict> verdicts) => Verdicts.Gravest(verdicts) switch
    {
        Verdict.Interrupted => Interrupted,
        Verdict.Invalid => Invalid,
        Verdict.Infrastructure => Infrastructure,
        Verdict.Failed => Failed,
        Verdict.NotReproducible => NotReproducible,
        _ => Passed,
    };
}
