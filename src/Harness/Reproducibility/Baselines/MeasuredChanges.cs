using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>Puts durations and peak memory side by side.</summary>
internal static class MeasuredChanges
{
    // Below these, equal programs on one machine differ from run to run.
    private const double NotableDuration = 1.5;
    private const double NotableSeconds = 2;
    private const double NotableMemory = 1.25;
    private const double NotableBytes = 16 << 20;

    public static IEnumerable<Measurement> Of(SuiteResult before, SuiteResult after)
    {
        var (was, now) = (Last(before), Last(after));
        if (Measured(Measurement.Duration, "run", Shortest(was), Shortest(now)) is { } run)
            yield return run;
        foreach (var name in was.Concat(now).SelectMany(attempt => attempt.Steps).Select(step => step.Name).Distinct())
        {
            if (Measured(Measurement.Duration, name, Shortest(was, name), Shortest(now, name)) is { } step)
                yield return step;
        }

        if (Measured(Measurement.PeakMemory, "run", Peak(was), Peak(now)) is { } peak)
            yield return peak;
    }

    private static Measurement? Measured(string kind, string subject, double? before, double? after)
    {
        if (before is null && after is null)
            return null;
        var (factor, amount) = kind == Measurement.Duration ? (NotableDuration, NotableSeconds) : (NotableMemory, NotableBytes);
        var notable = before is { } was && after is { } now
            && Math.Abs(now - was) >= amount && Math.Max(was, now) >= Math.Min(was, now) * factor;
        return new(kind, subject, before, after, notable);
    }

    private static List<Attempt> Last(SuiteResult result) => [.. result.Runs.Where(run => run.Attempts.Count > 0).Select(run => run.Attempts[^1])];

    // The shortest of the runs: whatever else the machine did only makes them longer.
    private static double? Shortest(IEnumerable<Attempt> attempts) => attempts
        .Where(attempt => attempt.Outcome is Outcome.Passed)
        .Select(attempt => (double?)attempt.DurationSeconds)
        .Min();

    private static double? Shortest(IEnumerable<Attempt> attempts, string step) => attempts
        .SelectMany(attempt => attempt.Steps)
        .Where(other => other.Name == step && other.Outcome is Outcome.Passed)
        .Select(other => (double?)other.DurationSeconds)
        .Min();

    private static double? Peak(IEnumerable<Attempt> attempts) => attempts.Select(attempt => (double?)attempt.Resources?.PeakMemoryBytes).Max();
}
