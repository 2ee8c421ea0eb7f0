using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>A run as a row of the console's table.</summary>
internal static class TextRuns
{
    public static string?[] Of(Run run)
    {
        var last = run.Attempts is [.., var attempt] ? attempt : null;
        return
        [
            $"run {run.Index}",
            Wording.Of(run.Outcome),
            last is null ? null : Amounts.Seconds(last.DurationSeconds),
            ResourceText.Peak(last?.Resources),
            Remarks(run),
        ];
    }

    /// <summary>What sets a run apart, such as <c>attempt 3, after engine-lost, timed out; varied: umask</c>; null when nothing does.</summary>
    public static string? Remarks(Run run) => (Retries(run), run.Varied) switch
    {
        ({ } retries, { Count: > 0 } varied) => $"{retries}; varied: {string.Join(", ", varied)}",
        (null, { Count: > 0 } varied) => $"varied: {string.Join(", ", varied)}",
        ({ } retries, _) => retries,
        _ => null,
    };

    private static string? Retries(Run run) => run.Attempts.Count < 2
        ? null
        : $"attempt {run.Attempts[^1].Index}, after {string.Join(", ", run.Attempts.SkipLast(1).Select(Reason))}";

    private static string Reason(Attempt attempt) => attempt.Causes is [var cause, ..] ? cause.Name : Wording.Of(attempt.Outcome);
}
