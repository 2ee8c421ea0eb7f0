using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Suites;

namespace Harness.Running;

/// <summary>
/// Diagnoses a suite again from the journal and the logs it left, without an engine and without its record. A complete
/// run gives the answer it gave then; of one that was killed it says how far it came.
/// </summary>
public static class Reexamination
{
    /// <summary>The record as it would be written today; null when there is no journal to read it from.</summary>
    public static SuiteResult? Of(SuiteFolder folder) => JournalEvidence.Read(folder) is { } recorded ? Of(folder, recorded) : null;

    internal static SuiteResult Of(SuiteFolder folder, RecordedSuite recorded)
    {
        List<string> left = [.. recorded.Attempts.Where(attempt => !attempt.Evidence.Finished).Select(attempt => attempt.Evidence.Container).OfType<string>()];
        var runs = recorded.Attempts.GroupBy(attempt => attempt.Run).Select(group => Run(group.Key, [.. group], left)).ToList();
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

    /// <summary>As <see cref="Of(SuiteFolder)"/>, with the durations that the record states, which the journal only comes near to; without a journal, the record.</summary>
    /// <exception cref="ArtifactsException">There is neither.</exception>
    public static SuiteResult OfFolder(SuiteFolder folder)
    {
        if (Of(folder) is not { } again)
            return ResultFile.Read(folder.Result);
        return Recorded(folder) is { DurationSeconds: > 0 } record ? Timed(again, record) : again;
    }

    private static SuiteResult Timed(SuiteResult again, SuiteResult record) => again with
    {
        DurationSeconds = record.DurationSeconds,
        Warnings = record.Warnings, // also those from before the runs
        Runs = [.. again.Runs.Select(run => run with
        {
            Attempts = [.. run.Attempts.Select(attempt => attempt with
            {
                DurationSeconds = record.Runs.FirstOrDefault(other => other.Index == run.Index)?.Attempts
                    .FirstOrDefault(other => other.Index == attempt.Index)?.DurationSeconds ?? attempt.DurationSeconds,
            })],
        })],
    };

    private static SuiteResult? Recorded(SuiteFolder folder)
    {
        try
        {
            return ResultFile.Read(folder.Result);
        }
        catch (ArtifactsException)
        {
            return null; // the journal is enough
        }
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
        var environment = ResolvedEnvironments.Read(folder, asked);
        return result with
        {
            Runs = [.. result.Runs.Select(run => run with { Varied = Varied(run.Index, recorded.About.Suite, comparison) })],
            Environment = environment,
            Verdict = verdict,
            Reproducibility = comparison,
            Causes = SuiteCauses.Of(asked, comparison, verdict, recorded.About),
            Warnings = SuiteWarnings.Of(recorded.About.Suite, result.Runs, environment),
            Statistics = RetryRecords.Statistics(result.Runs),
        };
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

    // As the runner makes them: the second run, and those that look for the variation.
    private static IReadOnlyList<string>? Varied(int run, Suite suite, Comparison comparison)
    {
        var names = run == 2 ? suite.Vary : comparison.Variation?.Trials.FirstOrDefault(trial => trial.Run == run)?.Varied ?? [];
        return names.Count > 0 ? names : null;
    }

    private static Run Run(int index, IReadOnlyList<RecordedAttempt> recorded, IReadOnlyList<string> left)
    {
        List<Attempt> attempts = [.. recorded.Select(attempt => Attempt(attempt, left))];
        return new(index, attempts[^1].Outcome, attempts);
    }

    private static Attempt Attempt(RecordedAttempt recorded, IReadOnlyList<string> left)
    {
        var evidence = recorded.Evidence with
        {
            Steps = AttemptRecord.WithSkipped(recorded.Evidence.Suite, recorded.Evidence.Steps),
            LeftBehind = left,
        };
        return AttemptRecord.Of(evidence, recorded.Index, recorded.StartedAt, recorded.EndedAt - recorded.StartedAt) with
        {
            Container = recorded.Container,
            Resources = AttemptResources.Of(recorded.Samples, evidence.Steps, new(), evidence.Suite.Limits),
        };
    }
}
