using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>A run as a row of the console's table.</summary>
internal static class TextRuns
{
    public static string?[] Of(SuiteResult result, Run run)
    {
        var last = run.Attempts is [.., var attempt] ? attempt : null;
        return
        [
            $"run {run.Index}",
            Wording.Of(run.Outcome),
            last is null ? null : Amounts.Seconds(last.DurationSeconds),
            ResourceText.Peak(last?.Resources),
            Remarks(result, run),
        ];
    }

    /// <summary>What sets a run apart, such as <c>attempt 3, after engine-lost, timed out; varied: umask</c>; null when nothing does.</summary>
    public static string? Remarks(SuiteResult result, Run run) =>
        (Retries(run), Varied(result, run)) is var (retries, varied) && retries is not null && varied is not null ? $"{retries}; {varied}" : retries ?? varied;

    /// <summary>What a run varied, and whether it was made to find out which variation makes another one differ; null for a plain run.</summary>
    public static string? Varied(SuiteResult result, Run run)
    {
        var names = run.Varied is { Count: > 0 } varied ? $"varied: {string.Join(", ", varied)}" : null;
        return result.Reproducibility.Variation?.Trials.Any(trial => trial.Run == run.Index) == true ? $"search: {names ?? "nothing varied"}" : names;
    }

    private static string? Retries(Run run) => run.Attempts.Count < 2
        ? null
        : $"attempt {run.Attempts[^1].Index}, after {string.Join(", ", run.Attempts.SkipLast(1).Select(Reason))}";

    private static string Reason(Attempt attempt) => attempt.Causes is [var cause, ..] ? cause.Name : Wording.Of(attempt.Outcome);
}
