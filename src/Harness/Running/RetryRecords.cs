using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What the records say of attempts that were made again.</summary>
internal static class RetryRecords
{
    /// <summary>Numbers over all attempts.</summary>
    public static Statistics Statistics(IReadOnlyList<Run> runs)
    {
        var killed = runs.Where(run => run.Attempts.Count > 0).Select(run => run.Attempts[^1]).FirstOrDefault(attempt => attempt.Termination is { By: not null });
        return new(
            runs.Sum(run => run.Attempts.Count),
            runs.Sum(run => Math.Max(0, run.Attempts.Count - 1)),
            runs.Count(run => run is { Outcome: Outcome.Passed, Attempts.Count: > 1 }),
            killed?.DurationSeconds,
            killed?.Steps.Count(step => step.Outcome == Outcome.Passed));
    }

    /// <summary>A cause for each test that failed and then passed with the same inputs.</summary>
    public static IEnumerable<Cause> Flaky(Suite suite, IReadOnlyList<Run> runs) =>
        from run in runs
        where run is { Outcome: Outcome.Passed, Attempts.Count: > 1 }
        from failure in run.Attempts.SkipLast(1).Select(attempt => (Attempt: attempt, Cause: attempt.Causes.FirstOrDefault(Retrier.IsOfTest)))
        where failure.Cause is not null
        group failure by failure.Cause.Step into failures
        select Of(suite, failures.Key!, [.. failures]);

    private static Cause Of(Suite suite, string step, IReadOnlyList<(Attempt Attempt, Cause? Cause)> failures)
    {
        var name = step["test:".Length..];
        var cause = CauseBuilder.Create("flaky", Confidence.Own, $"Test {name} failed in {Times(failures.Count)} and passed in a further attempt with the same inputs.",
            $"Compare the logs of {name} in {string.Join(", ", failures.Select(failure => $"attempt {failure.Attempt.Index}"))} with those of the attempt that passed, and take out what differs.") with
        {
            Step = step,
            Subject = name,
        };
        return failures.Aggregate(cause, (current, failure) => current.Because($"attempt {failure.Attempt.Index}", failure.Cause!.Summary))
            .At(suite.Tests.FirstOrDefault(test => test.Name == name)?.Position);
    }

    private static string Times(int count) => count == 1 ? "1 attempt" : $"{count} attempts";
}
