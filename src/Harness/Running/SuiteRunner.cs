using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes.Pool;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Suites;

namespace Harness.Running;

/// <summary>One suite: its image, its runs, their comparison, its record.</summary>
internal sealed class SuiteRunner
{
    private readonly Invocation invocation;
    private readonly Suite suite;
    private readonly SuiteFolder folder;
    private readonly Redactor redactor;
    private readonly SuiteEvidence about;
    private readonly SuiteClock clock;
    private readonly Retrier retrier;

    public SuiteRunner(Invocation invocation, Suite suite)
    {
        (this.invocation, this.suite) = (invocation, suite);
        folder = invocation.Artifacts.Suite(suite.Name);
        redactor = Redactor.Create(suite.Secrets);
        about = SuiteEvidence.Of(suite, redactor);
        clock = new SuiteClock(invocation.Time, suite.Timeouts.Suite);
        retrier = new Retrier(suite.Retries, clock, Random.Shared);
    }

    /// <summary>Runs the suite to its end; failures are in the record, never thrown.</summary>
    public async Task<SuiteResult> RunAsync(IReadOnlyList<Cause> warnings, CancellationToken cancellationToken)
    {
        invocation.Progress.Report(Event(RunEventKind.SuiteStarted));
        using var journal = new Journal(folder.Journal, invocation.Time, redactor.Redact);
        journal.Suite(about);
        journal.Engine(invocation.Engine.Info, invocation.EngineEvidence.Discovery);
        var result = await RunAsync(journal, warnings, cancellationToken).ConfigureAwait(false);
        if (journal.Fault is { } lost)
            result = result with { Warnings = [.. result.Warnings, CauseBuilder.Create("internal-error", Confidence.Own, $"The journal is incomplete: {lost.Message}")] };
        ResultFile.Write(folder, result);
        invocation.Progress.Report(Event(RunEventKind.SuiteEnded) with { Verdict = result.Verdict, DurationSeconds = result.DurationSeconds });
        return result;
    }

    private async Task<SuiteResult> RunAsync(Journal journal, IReadOnlyList<Cause> warnings, CancellationToken cancellationToken)
    {
        var record = new SuiteResult
        {
            Suite = suite.Name,
            File = suite.DisplayFile,
            Verdict = Verdict.Interrupted,
            StartedAt = invocation.Time.GetUtcNow(),
            Engine = invocation.EngineEvidence,
            Image = new(redactor.Redact(suite.Image)),
            Limits = suite.Limits,
            Warnings = warnings,
        };
        ImageInfo image;
        try
        {
            using (clock.Work())
                image = await new SuiteImage(invocation, suite, about, journal, redactor, retrier, clock).GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            var fault = new Fault(exception.Fault, redactor.Redact(exception.Message));
            journal.Failed(fault);
            return Broken(record, fault);
        }
        catch (OperationCanceledException)
        {
            journal.Interrupted();
            return Ended(record) with { Causes = Diagnoser.Explain(new AttemptEvidence { About = about, Interrupted = true }) };
        }

        var evidence = Image(image);
        journal.Image(evidence);
        var runs = await RunAllAsync(image, journal, cancellationToken).ConfigureAwait(false);
        using var work = clock.Work();
        var comparison = Compare(runs);
        var verdict = RunVerdicts.For(runs, comparison);
        return Ended(record) with
        {
            Image = evidence,
            Environment = ResolvedEnvironments.Read(folder, runs),
            Runs = runs,
            Reproducibility = comparison,
            Verdict = verdict,
            Causes = SuiteCauses.Of(runs, comparison, verdict),
            Warnings = [.. warnings, .. Unpinned(image), .. LimitGaps.Of(runs), .. RetryRecords.Flaky(suite, runs)],
            Statistics = RetryRecords.Statistics(runs),
        };
    }

    private async Task<IReadOnlyList<Run>> RunAllAsync(ImageInfo image, Journal journal, CancellationToken cancellationToken)
    {
        var spec = SandboxSpecs.For(suite, image.Id, invocation.Keep);
        await using var sandboxes = new SandboxPool(invocation.Engine, spec, invocation.Owner, suite.Runs, new(), invocation.Time);
        var context = new RunContext
        {
            About = about,
            Suite = suite,
            Engine = invocation.Engine,
            Sandboxes = sandboxes,
            Keep = invocation.Keep,
            Stop = invocation.Stop,
            Folder = folder,
            Journal = journal,
            Redactor = redactor,
            Progress = invocation.Progress,
            Time = invocation.Time,
            Clock = clock,
        };
        var runner = new RetriedRun(context, invocation.Admission, retrier);
        var runs = await Task.WhenAll(Enumerable.Range(1, suite.Runs).Select(index => runner.RunAsync(index, cancellationToken))).ConfigureAwait(false);
        foreach (var left in (await sandboxes.CloseAsync().ConfigureAwait(false)).Select(closing => closing.NotRemoved).OfType<EngineException>())
            journal.Note($"A container that was started ahead could not be removed ({left.Message}); harness reap removes it.");
        return runs;
    }

    private Comparison Compare(IReadOnlyList<Run> runs)
    {
        var snapshots = RunComparison.Snapshots(folder, runs);
        if (snapshots.Count > 1)
            DiffFiles.Write(folder, snapshots[0], snapshots[1]);
        return RunComparison.Of(snapshots);
    }

    private IEnumerable<Cause> Unpinned(ImageInfo image)
    {
        if (suite.Image.Contains("@sha256:", StringComparison.Ordinal) || image.RepoDigests is not [var digest, ..])
            yield break;
        yield return CauseBuilder.Create("image-unpinned", Confidence.Own,
            $"'{suite.Image}' has no digest; today it is {digest}.", $"Write: image: {suite.Image}@{digest[(digest.IndexOf('@', StringComparison.Ordinal) + 1)..]}")
            .At(suite.Positions.GetValueOrDefault("image"));
    }

    private ImageEvidence Image(ImageInfo image) =>
        new(redactor.Redact(suite.Image), Digest(image), image.Id, image.Platform);

    private string? Digest(ImageInfo image) =>
        ImageReference.TryParse(suite.Image, out var reference, out _) ? ImageStore.DigestOf(reference, image) : null;

    private SuiteResult Broken(SuiteResult record, Fault fault) => Ended(record) with
    {
        Verdict = Verdict.Infrastructure,
        Causes = Diagnoser.Explain(new AttemptEvidence { About = about, Fault = fault }),
    };

    private SuiteResult Ended(SuiteResult record) =>
        record with { DurationSeconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };

    private RunEvent Event(RunEventKind kind) => new() { Kind = kind, At = invocation.Time.GetUtcNow(), Suite = suite.Name };
}
