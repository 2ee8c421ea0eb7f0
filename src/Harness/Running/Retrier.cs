using Harness.Diagnosis;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Decides whether something that failed is tried again, and after which pause.</summary>
/// <param name="options">What the suite allows.</param>
/// <param name="clock">What the whole suite has of time; nothing is begun that could not even start within it.</param>
/// <param name="random">Spreads the pauses, so that suites which failed together do not come back together.</param>
internal sealed class Retrier(RetryOptions options, SuiteClock clock, Random random)
{
    private const double Spread = 0.2;

    // What a test may fail of that another attempt may not; only where the suite asks for it.
    private static readonly HashSet<string> OfTests = ["test-failed", "expectation-failed", "timeout-test", "crashed"];

    /// <summary>The pause before the next attempt; null when there is none.</summary>
    /// <param name="attempt">The attempt that failed, one-based.</param>
    /// <param name="causes">Why, most likely first.</param>
    public TimeSpan? PauseAfter(int attempt, IReadOnlyList<Cause> causes)
    {
        if (attempt >= options.Attempts || causes is not [var first, ..] || !MayPass(first))
            return null;
        var pause = options.Delay * (options.Exponential ? Math.Pow(2, attempt - 1) : 1) * (1 - Spread + (2 * Spread * random.NextDouble()));
        return pause < clock.Left ? pause : null;
    }

    /// <summary>Whether a cause is a test's own failure, which a suite may ask to be tried again.</summary>
    public static bool IsOfTest(Cause cause) => OfTests.Contains(cause.Name) && cause.Step?.StartsWith("test:", StringComparison.Ordinal) == true;

    private bool MayPass(Cause cause) => CauseCatalog.Find(cause.Name) is { Retryable: true } || (options.Tests && IsOfTest(cause));
}
