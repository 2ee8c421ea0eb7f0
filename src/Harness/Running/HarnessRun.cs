using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Suites;

namespace Harness.Running;

/// <summary>One invocation, from arguments to artifacts: what every host calls.</summary>
public static class HarnessRun
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromHours(6);

    // For killing and removing what runs. An engine that needs longer leaves it to the reaper.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <summary>Runs what the request names. Everything that can be expected to fail is in the report.</summary>
    /// <exception cref="ArtifactsException">The artifacts folder cannot be written, or holds what Harness did not write.</exception>
    public static async Task<RunReport> RunAsync(RunRequest request, IRunProgress progress, TimeProvider time, CancellationToken cancellationToken)
    {
        using var stop = new RunStop();
        await using var registration = cancellationToken.Register(() => stop.Request()).ConfigureAwait(false);
        return await RunAsync(request, progress, time, stop).ConfigureAwait(false);
    }

    /// <summary>As the other, for hosts that can be asked to stop more than once.</summary>
    /// <exception cref="ArtifactsException">The artifacts folder cannot be written, or holds what Harness did not write.</exception>
    public static async Task<RunReport> RunAsync(RunRequest request, IRunProgress progress, TimeProvider time, RunStop stop)
    {
        var startedAt = time.GetUtcNow();
        var preparing = EvidenceJson.PrepareAsync();
        var loaded = SuiteSelection.Of(SuiteLoader.Load(request), request.WorkingDirectory);
        var settings = loaded.Settings;
        var artifacts = new ArtifactsFolder(Path.Combine(request.WorkingDirectory, settings.Output));
        if (loaded.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            progress.Report(new() { Kind = RunEventKind.RunEnded, At = time.GetUtcNow(), Verdict = Verdict.Invalid });
            return new([], [.. loaded.AllDiagnostics], artifacts.Path, settings.Output, ExitCodes.Invalid);
        }

        var valid = loaded.Suites.Where(suite => Invalid(suite, startedAt) is null).ToList();
        // While it answers, the first records are written.
        await using var engine = valid.Count > 0 ? PendingEngine.Connect(settings.Engine, request.Environment, stop.Requested) : null;
        // Before the artifacts folder is emptied: it may be the baseline itself.
        var baseline = settings.Baseline is { } named ? BaselineRun.Open(named, request.WorkingDirectory) : null;
        var options = new ReportOptions { ShownAs = settings.Output, JUnit = new() { Dialect = settings.JUnitDialect } };
        Reports.Begin(artifacts, [.. loaded.Suites.Select(suite => (suite.Name, suite.File))], startedAt, options, loaded.Skipped, request.IsTrial);
        if (baseline?.Problem is { } problem)
            progress.Report(new() { Kind = RunEventKind.Note, At = time.GetUtcNow(), Text = $"Nothing will be compared: {problem}" });
        foreach (var skipped in loaded.Skipped)
            progress.Report(new() { Kind = RunEventKind.Note, At = time.GetUtcNow(), Text = $"No test of {skipped} matches the filter; the suite is left out." });
        foreach (var suite in loaded.Suites)
        {
            if (Invalid(suite, startedAt) is { } invalid)
                Unstarted(invalid);
        }

        await preparing.ConfigureAwait(false);
        long? budget = null;
        if (engine is not null)
            budget = await RunAsync(engine, settings, valid, artifacts, progress, Unstarted, time, stop).ConfigureAwait(false);
        baseline?.Compare(artifacts, [.. loaded.Suites.Select(suite => suite.Name)]);
        var took = Math.Round((time.GetUtcNow() - startedAt).TotalSeconds, 3);
        var results = Reports.Write(artifacts, options, took);
        progress.Report(new()
        {
            Kind = RunEventKind.RunEnded,
            At = time.GetUtcNow(),
            Verdict = Verdicts.Gravest(results.Select(result => result.Verdict)),
            DurationSeconds = took,
            Artifacts = artifacts.Path,
        });
        return new(results, [.. loaded.AllDiagnostics], artifacts.Path, settings.Output, ExitCodes.For(results.Select(result => result.Verdict)))
        {
            MemoryBudgetBytes = budget,
        };

        void Unstarted(SuiteResult result)
        {
            ResultFile.Write(artifacts.Suite(result.Suite), result);
            progress.Report(new()
            {
                Kind = RunEventKind.SuiteEnded,
                At = time.GetUtcNow(),
                Suite = result.Suite,
                Verdict = result.Verdict,
                DurationSeconds = 0,
                Cause = result.Causes is [var first, ..] ? first.Name : null,
            });
        }
    }

    // Returns the memory that was there to grant.
    private static async Task<long?> RunAsync(
        PendingEngine pending, RunSettings settings, IReadOnlyList<LoadedSuite> suites, ArtifactsFolder artifacts,
        IRunProgress progress, Action<SuiteResult> unstarted, TimeProvider time, RunStop stop)
    {
        var cancellationToken = stop.Requested;
        EngineConnection connection;
        try
        {
            connection = await pending.Connection.ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            foreach (var suite in suites)
                unstarted(NoEngine(suite, artifacts, exception, time));
            return null;
        }
        catch (OperationCanceledException)
        {
            return null; // the records of the first second say that it did not finish
        }

        var engine = connection.Engine;
        var budget = settings.MemoryBudgetBytes ?? (engine.Info.MemoryBytes / 5 * 4);
        var leases = LeaseDirectory.Open();
        using var lease = leases.Take();
        var invocation = new Invocation
        {
            Connection = connection,
            // One attempt: each suite tries again by its own retries.
            Images = new(engine, new ImageStoreOptions { Offline = settings.Offline, Attempts = 1 }, time),
            Owner = new($"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..6]}", lease.Label, time.GetUtcNow() + LeaseTime),
            Admission = new(settings.Jobs ?? Math.Max(1, engine.Info.CpuCount ?? Environment.ProcessorCount), budget ?? long.MaxValue),
            Circuits = new(
                $"{KebabCase.Of(engine.Info.Kind)} at {connection.Candidate.Address}", time,
                text => progress.Report(new() { Kind = RunEventKind.Note, At = time.GetUtcNow(), Text = text })),
            Offline = settings.Offline,
            Artifacts = artifacts,
            Progress = progress,
            Time = time,
            Stop = stop,
            Keep = settings.Keep,
        };
        var reaping = new Reaper(leases, time).ReapAsync(engine, cancellationToken);
        var work = Task.WhenAll(suites.Select(suite => RunOneAsync(invocation, suite, cancellationToken)));
        if (await EndsAsync(work, time, stop.AtOnce).ConfigureAwait(false))
            await NoteReapingAsync(reaping, progress, time).ConfigureAwait(false);
        return budget;
    }

    // False when it did not although everything was to end at once; then the records say that it did not finish.
    private static async Task<bool> EndsAsync(Task work, TimeProvider time, CancellationToken atOnce)
    {
        await work.WaitAsync(atOnce).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompleted)
            await work.WaitAsync(AtOnce, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.IsCompleted)
            await work.ConfigureAwait(false);
        return work.IsCompleted;
    }

    private static async Task RunOneAsync(Invocation invocation, LoadedSuite suite, CancellationToken cancellationToken)
    {
        var warnings = suite.Diagnostics.Select(SuiteLoader.Cause).Concat(LimitsAboveMachine.Of(suite.Suite!, invocation.Engine.Info)).ToList();
        await new SuiteRunner(invocation, suite.Suite!).RunAsync(warnings, cancellationToken).ConfigureAwait(false);
    }

    private static async Task NoteReapingAsync(Task<Reaping> reaping, IRunProgress progress, TimeProvider time)
    {
        string? note = null;
        try
        {
            var reaped = await reaping.ConfigureAwait(false);
            if (reaped.Removed.Count > 0)
                note = $"Removed {Amounts.Count(reaped.Removed.Count, "container")} of invocations that are dead.";
        }
        catch (Exception exception) when (exception is EngineException or OperationCanceledException)
        {
            note = $"What dead invocations left behind was not looked for: {exception.Message}";
        }

        if (note is not null)
            progress.Report(new() { Kind = RunEventKind.Note, At = time.GetUtcNow(), Text = note });
    }

    private static SuiteResult? Invalid(LoadedSuite suite, DateTimeOffset startedAt)
    {
        if (suite.Suite is not null)
            return null;
        var causes = suite.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(SuiteLoader.Cause).ToList();
        return new() { Suite = suite.Name, File = suite.File, Verdict = Verdict.Invalid, StartedAt = startedAt, Causes = causes };
    }

    private static SuiteResult NoEngine(LoadedSuite suite, ArtifactsFolder artifacts, EngineException exception, TimeProvider time)
    {
        var redactor = Redactor.Create(suite.Suite!.Secrets);
        var evidence = new AttemptEvidence
        {
            About = SuiteEvidence.Of(suite.Suite, redactor),
            Fault = Fault.Of(exception, redactor),
        };
        using var journal = new Journal(artifacts.Suite(suite.Name).Journal, time, redactor.Redact);
        journal.Suite(evidence.About);
        journal.Failed(evidence.Fault);
        return new()
        {
            Suite = suite.Name,
            File = suite.File,
            Verdict = Verdict.Infrastructure,
            StartedAt = time.GetUtcNow(),
            Causes = Diagnoser.Explain(evidence),
        };
    }
}
