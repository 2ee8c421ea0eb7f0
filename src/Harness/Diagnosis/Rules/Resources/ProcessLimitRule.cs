namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// No further process or thread could be started. Needs: the cgroup's count of refused forks (sure with the program's words,
/// likely without), or where it cannot be read the words alone.
/// </summary>
internal static class ProcessLimitRule
{
    private static readonly string[] Texts =
    [
        "can't start new thread", "Cannot fork", "fork: retry: Resource temporarily unavailable", "fork: Resource temporarily unavailable",
        "pthread_create failed", "BlockingIOError: [Errno 11]", "unable to create new native thread",
    ];

    public static Cause? Explain(Case @case)
    {
        if (@case.EndedByHarness)
            return null;
        var refused = @case.Raised(counters => counters.PidsLimitHits);
        var line = Texts.Select(text => TextWitness.FirstLine(@case.Step, text)).FirstOrDefault(line => line is not null)
            ?? TextWitness.FirstLine(@case.Around.StartError, "esource temporarily unavailable");
        if (refused is not > 0 && (refused == 0 || line is null))
            return null;
        var limit = @case.Limits.Pids;
        return @case.Create("process-limit", (refused > 0, line) switch { (true, not null) => Confidence.Witnessed, (true, null) => Confidence.Likely, _ => Confidence.Stated },
            $"{@case.Name} could start no further process or thread: the limit is {limit}.",
            $"Raise limits.pids above {limit}, for instance to {2 * limit}, or start fewer threads (OMP_NUM_THREADS, -n of pytest-xdist).")
            .BecauseIf(refused > 0, "cgroup", () => $"refused during {@case.Name}: {refused}")
            .BecauseIf(line is not null, "stderr", () => line!);
    }
}
