using System.Globalization;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites;

namespace Harness.Sizing;

/// <summary>Finds the smallest limits under which a suite still passes, by running it under smaller and smaller ones.</summary>
/// <param name="request">Which suite, on which engine, and where the artifacts go: each trial has a folder of its own there.</param>
/// <param name="progress">Sees what happens in the trials.</param>
/// <param name="time">The clock.</param>
/// <param name="tried">Hears of each trial.</param>
public sealed class SuiteSizing(RunRequest request, IRunProgress progress, TimeProvider time, Action<SizeTrial> tried)
{
    private const long QuartersOfCpu = 4;
    private const long Whole = 1L << 20;

    // What the engine's machine has for containers; known once the first trial has asked it.
    private long budget = long.MaxValue;

    /// <summary>Searches.</summary>
    /// <param name="cpuFactor">How many times as long a run may take with fewer CPUs; null: CPUs are left as they are.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="ArtifactsException">A trial's folder cannot be written.</exception>
    public async Task<SizeResult> RunAsync(double? cpuFactor, RunStop stop)
    {
        var loaded = SuiteLoader.Load(request);
        var errors = loaded.AllDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            return new(null, null, "The suite cannot be run.", ExitCodes.Invalid, errors);
        if (loaded.Suites is not [{ Suite: { } suite }])
            return new(null, null, $"One suite has a size; these are {loaded.Suites.Count}.", ExitCodes.Invalid, []);

        try
        {
            return await SearchAsync(suite, cpuFactor, stop).ConfigureAwait(false);
        }
        catch (SizingEndedException end)
        {
            return new(null, null, end.Message, end.ExitCode, []) { Findings = end.Findings };
        }
    }

    private async Task<SizeResult> SearchAsync(Suite suite, double? cpuFactor, RunStop stop)
    {
        var limits = suite.Limits;
        var (tooSmall, first) = await PassingAsync(limits, stop).ConfigureAwait(false);
        if (first.PeakMemoryBytes is not { } peak)
            throw new SizingEndedException($"The engine does not say how much memory was used (see {first.Folder}).", ExitCodes.Infrastructure, []);

        var memory = await Smallest.MemoryAsync(
            tooSmall, first.MemoryBytes, peak, async bytes => (await TryAsync(bytes, limits.Cpus, stop).ConfigureAwait(false)).Passed).ConfigureAwait(false);
        if (cpuFactor is not { } factor)
            return new(memory, null, null, ExitCodes.Passed, []);

        var all = limits.Cpus ?? Environment.ProcessorCount;
        var quarters = await Smallest.BetweenAsync(0, (long)Math.Ceiling(all * QuartersOfCpu), 1, async count =>
        {
            var trial = await TryAsync(memory, (double)count / QuartersOfCpu, stop, first.Seconds * factor).ConfigureAwait(false);
            return trial is { Passed: true, IsTooSlow: false };
        }).ConfigureAwait(false);
        return new(memory, Math.Min(all, (double)quarters / QuartersOfCpu), null, ExitCodes.Passed, []);
    }

    // What fails for want of memory is given twice as much, until it passes or there is no more to give.
    private async Task<(long TooSmall, SizeTrial Passed)> PassingAsync(SuiteLimits limits, RunStop stop)
    {
        var (tooSmall, memory) = (0L, limits.MemoryBytes);
        while (true)
        {
            var trial = await TryAsync(memory, limits.Cpus, stop).ConfigureAwait(false);
            if (trial.Passed)
                return (tooSmall, trial);
            if (trial.Cause != "memory-limit")
                throw new SizingEndedException(tooSmall == 0 ? "The suite does not pass as it is." : $"The suite does not pass with {ByteSize.Format(memory)} either.", ExitCodes.Failed, trial.Findings);
            (tooSmall, memory) = (memory, Math.Min(2 * memory, budget / Whole * Whole));
            if (memory <= tooSmall)
                throw new SizingEndedException($"The suite does not pass with {ByteSize.Format(tooSmall)}, and no more than {ByteSize.Readable(budget)} may be granted here.", ExitCodes.Failed, trial.Findings);
        }
    }

    private async Task<SizeTrial> TryAsync(long memory, double? cpus, RunStop stop, double? mostSeconds = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{ByteSize.Format(memory)}{(cpus is null ? "" : $"-{cpus}cpus")}");
        var folder = $"{request.Output}/{name}";
        var report = await HarnessRun.RunAsync(
            request with
            {
                Output = folder,
                IsTrial = true,
                Jobs = 1, // two at a time would take time from each other
                Overrides = request.Overrides with { Runs = 2, MemoryBytes = memory, Cpus = cpus },
            },
            progress, time, stop).ConfigureAwait(false);
        budget = report.MemoryBudgetBytes ?? budget;
        var artifacts = new ArtifactsFolder(report.Artifacts);
        IReadOnlyList<Finding> findings = [.. report.Results.SelectMany(one => Findings.Errors(one, artifacts.Suite(one.Suite), report.Output))];
        if (report.Results is not [{ Verdict: not (Verdict.Infrastructure or Verdict.Interrupted or Verdict.Invalid) } result])
        {
            var how = report.ExitCode == ExitCodes.Interrupted ? "was interrupted" : "ended without a result";
            throw new SizingEndedException($"The trial with {name} {how} (see {folder}).", report.ExitCode, findings);
        }

        var attempts = result.Runs.SelectMany(run => run.Attempts).ToList();
        var trial = new SizeTrial(
            memory,
            cpus,
            result.Runs.All(run => run.Outcome is Outcome.Passed),
            result.Runs.Max(run => run.Attempts[^1].DurationSeconds),
            attempts.Max(attempt => attempt.Resources?.PeakMemoryBytes),
            result.Causes is [var first, ..] ? first.Name : null,
            folder)
        { Findings = findings, MostSeconds = mostSeconds };
        tried(trial);
        return trial;
    }
}
