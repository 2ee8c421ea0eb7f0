using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes.Pool;
using Harness.Evidence;
using Harness.Running.Breaking;
using Harness.Running.Varying;
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
        invocation.Progress.Report(Event(RunEventKind.SuiteEnded) with
        {
            Verdict = result.Verdict,
            DurationSeconds = result.DurationSeconds,
            Cause = result.Causes is [var first, ..] ? first.Name : null,
        });
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
            image = await new SuiteImage(invocation, suite, about, journal, redactor, retrier, clock).GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            return Broken(record, journal, Fault.Of(exception, redactor));
        }
        catch (CircuitOpenException open)
        {
            return Broken(record, journal, open.Fault);
        }
        catch (OperationCanceledException)
        {
            journal.Interrupted();
            return Ended(record) with { Causes = Diagnoser.Explain(new AttemptEvidence { About = about, Interrupted = true }) };
        }

        var evidence = Image(image);
        journal.Image(evidence);
        invocation.Progress.Report(Event(RunEventKind.ImageReady));
        await using var sandboxes = Sandboxes(image, suite, [], Variations.EqualRuns(suite));
        VariedRuns runner = new(Context(journal, sandboxes), invocation.Admission, retrier, (varied, names) => Sandboxes(image, varied, names, 1));
        var comparison = await runner.RunAsync(cancellationToken).ConfigureAwait(false);
        foreach (var left in (await sandboxes.CloseAsync().ConfigureAwait(false)).Select(closing => closing.NotRemoved).OfType<EngineException>())
            journal.Note($"A container that was started ahead could not be removed ({left.Message}); harness reap removes it.");

        using var work = clock.Work();
        var runs = runner.Runs;
        var asked = runs.Take(suite.Runs).ToList(); // further ones only tell why these differ
        var verdict = RunVerdicts.For(runs.Any(run => run.Outcome is Outcome.Interrupted) ? runs : asked, comparison);
        var environment = ResolvedEnvironments.Read(folder, asked);
        var causes = SuiteCauses.Of(asked, comparison, verdict, about);
        return Ended(record) with
        {
            Image = evidence,
            Environment = environment,
            Runs = runs,
            Reproducibility = comparison,
            Verdict = verdict,
            Causes = causes,
            Warnings = SuiteWarnings.Unexplained([.. SuiteWarnings.Replaced(warnings, Unpinned(image)), .. SuiteWarnings.Of(suite, runs, environment)], causes),
            Statistics = RetryRecords.Statistics(runs),
        };
    }

    private SandboxPool Sandboxes(ImageInfo image, Suite kind, IReadOnlyList<string> varied, int demand) =>
        new(invocation.Engine, SandboxSpecs.For(kind, image.Id, invocation.Keep, varied), invocation.Owner, demand, new(), invocation.Time);

    private RunContext Context(Journal journal, SandboxPool sandboxes) => new()
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
        Circuit = invocation.Circuits.Engine,
    };

    private Cause? Unpinned(ImageInfo image) => suite.Image.Contains("@sha256:", StringComparison.Ordinal) || image.RepoDigests is not [var digest, ..]
        ? null
        : CauseBuilder.Create("image-unpinned", Confidence.Own,
            $"'{suite.Image}' has no digest; today it is {digest}.", $"Write: image: {suite.Image}@{digest[(digest.IndexOf('@', StringComparison.Ordinal) + 1)..]}")
            .At(suite.Positions.GetValueOrDefault("image"));

    private ImageEvidence Image(ImageInfo image) =>
        new(redactor.Redact(suite.Image), Digest(image), image.Id, image.Platform);

    private string? Digest(ImageInfo image) =>
        ImageReference.TryParse(suite.Image, out var reference, out _) ? ImageStore.DigestOf(reference, image) : null;

    private SuiteResult Broken(SuiteResult record, Journal journal, Fault fault)
    {
        journal.Failed(fault);
        return Ended(record) with
        {
            Verdict = Verdict.Infrastructure,
            Causes = Diagnoser.Explain(new AttemptEvidence { About = about, Fault = fault }),
        };
    }

    private SuiteResult Ended(SuiteResult record) =>
        record with { DurationSeconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };

    private RunEvent Event(RunEventKind kind) => new() { Kind = kind, At = invocation.Time.GetUtcNow(), Suite = suite.Name };
}
