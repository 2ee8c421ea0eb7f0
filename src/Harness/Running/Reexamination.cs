using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Running;

/// <summary>
/// Diagnoses a suite again from the journal and the logs it left, without an engine and without its record. A complete
/// run gives the answer it gave then; of one that was killed it says how far it came.
/// </summary>
public static class Reexamination
{
    /// <summary>The record as it would be written today; null when there is no journal to read it from.</summary>
    public static SuiteResult? Of(SuiteFolder folder)
    {
        if (JournalEvidence.Read(folder) is not { } recorded)
            return null;
        var runs = recorded.Attempts.GroupBy(attempt => attempt.Run).Select(group => Run(group.Key, [.. group])).ToList();
        var result = new SuiteResult
        {
            Suite = recorded.About.Suite.Name,
            File = recorded.About.Suite.DisplayFile,
            Verdict = Verdict.Interrupted,
            StartedAt = recorded.StartedAt,
            DurationSeconds = Math.Round((recorded.EndedAt - recorded.StartedAt).TotalSeconds, 3),
            Image = recorded.Image ?? new(recorded.About.Suite.Image),
            Engine = recorded.Engine,
            Runs = runs,
        };
        return runs.Count == 0 ? NotStarted(result, recorded) : Judged(result, folder, recorded);
    }

    private static SuiteResult NotStarted(SuiteResult result, RecordedSuite recorded)
    {
        var evidence = new AttemptEvidence
        {
            About = recorded.About,
            Fault = recorded.Fault,
            Interrupted = recorded.Interrupted,
            Finished = recorded.Interrupted || recorded.Fault is not null,
        };
        return result with
        {
            Verdict = recorded.Fault is null ? Verdict.Interrupted : Verdict.Infrastructure,
            Causes = Diagnoser.Explain(evidence),
        };
    }

    private static SuiteResult Judged(SuiteResult result, SuiteFolder folder, RecordedSuite recorded)
    {
        var finished = recorded.Attempts.All(attempt => attempt.Evidence.Finished);
        var asked = result.Runs.Where(run => run.Index <= recorded.About.Suite.Runs).ToList();
        var comparison = finished ? Compared(folder, asked, result.Runs, recorded.About.Suite.Vary) : Comparison.NotCompared;
        var verdict = finished ? RunVerdicts.For(asked, comparison) : Verdict.Interrupted;
        return result with { Verdict = verdict, Reproducibility = comparison, Causes = SuiteCauses.Of(asked, comparison, verdict) };
    }

    // The same answers lead to the same questions, so that the journal need not say what a further run varied.
    private static Comparison Compared(SuiteFolder folder, List<Run> asked, IReadOnlyList<Run> all, IReadOnlyList<string> varied)
    {
        if (RunComparison.Search(folder, asked, varied) is not { } search)
            return RunComparison.Of(RunComparison.Snapshots(folder, asked));
        var further = new Queue<Run>(all.Skip(asked.Count));
        foreach (var names in search.Questions())
            search.Answer(further.TryDequeue(out var run) ? RunComparison.Trial(folder, asked[0], run, names) : null);
        return search.Result;
    }

    private static Run Run(int index, IReadOnlyList<RecordedAttempt> recorded)
    {
        List<Attempt> attempts = [.. recorded.Select(Attempt)];
        return new(index, attempts[^1].Outcome, attempts);
    }

    private static Attempt Attempt(RecordedAttempt recorded)
    {
        var evidence = recorded.Evidence with { Steps = AttemptRecord.WithSkipped(recorded.Evidence.Suite, recorded.Evidence.Steps) };
        return AttemptRecord.Of(evidence, recorded.Index, recorded.StartedAt, recorded.EndedAt - recorded.StartedAt) with
        {
            Container = recorded.Container,
            Resources = AttemptResources.Of(recorded.Samples, evidence.Steps, new(), evidence.Suite.Limits),
        };
    }
}
