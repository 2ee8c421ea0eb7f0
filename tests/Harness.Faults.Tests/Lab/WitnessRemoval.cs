using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Faults.Tests.Lab;

/// <summary>
/// Takes every single witness out of the evidence of a fault, one after another. What is then said may be less sure or nothing
/// at all; no cause is surer than before, and none is sure that was not named before.
/// </summary>
internal static class WitnessRemoval
{
    /// <summary>From here on a cause is sure.</summary>
    public const double Sure = 0.9;

    /// <summary>Checks all attempts of a suite that have a cause.</summary>
    public static void Check(SuiteFolder folder)
    {
        var attempts = JournalEvidence.Read(folder)?.Attempts ?? [];
        foreach (var evidence in attempts.Select(attempt => attempt.Evidence))
        {
            var whole = Diagnoser.Explain(evidence);
            if (whole.Count == 0)
                continue;
            foreach (var (witness, rest) in Removals(evidence))
            {
                var left = Diagnoser.Explain(rest) is [var first, ..] ? first : null;
                var before = whole.FirstOrDefault(cause => cause.Name == left?.Name);
                Assert.True(
                    left is null || (before is null ? left.Confidence < Sure : left.Confidence <= before.Confidence),
                    $"Without {witness}: {left?.Name} ({left?.Confidence}); with it: {string.Join(", ", whole.Select(cause => $"{cause.Name} ({cause.Confidence})"))}.");
            }
        }
    }

    /// <summary>The evidence of an attempt without one witness, for each that it has.</summary>
    public static IEnumerable<(string Witness, AttemptEvidence Evidence)> Removals(AttemptEvidence all)
    {
        yield return ("the kill ledger", all with { Kills = [] });
        yield return ("the engine's events", all with { Events = [] });
        foreach (var action in all.Events.Select(e => e.Action).Distinct())
            yield return ($"the engine's events '{action}'", Without(all, e => e.Action == action));
        foreach (var single in all.Events)
            yield return ($"the engine's event {single}", Without(all, e => e == single));
        yield return ("the container's final state", all with { FinalState = null });
        if (all.FinalState is { } state)
        {
            yield return ("the engine's flag", all with { FinalState = state with { OomKilled = null } });
            yield return ("the container's exit code", all with { FinalState = state with { ExitCode = null } });
        }

        yield return ("pip's log", all with { PipLog = null });
        yield return ("pip's report", all with { PipReport = null });
        yield return ("what engine or registry said", all with { Fault = null });
        foreach (var (step, witness, without) in all.Steps.SelectMany(step => Removals(step).Select(removal => (step, removal.Witness, removal.Step))))
            yield return ($"{witness} of {step.Result.Name}", all with { Steps = [.. all.Steps.Select(other => other == step ? without : other)] });
    }

    private static IEnumerable<(string Witness, StepEvidence Step)> Removals(StepEvidence step)
    {
        var (result, around) = (step.Result, step.Around);
        yield return ("the exit code", step with { Result = result with { ExitCode = null, Signal = null } });
        yield return ("the end", step with { Result = result with { Termination = null } });
        yield return ("the resources", step with { Result = result with { Resources = null } });
        yield return ("what was not met", step with { Result = result with { Unmet = null } });
        yield return ("standard output", step with { StdoutTail = "" });
        yield return ("standard error", step with { StderrTail = "" });
        yield return ("the space", step with { Space = StepSpace.Unknown });
        yield return ("the space in /tmp", step with { Space = step.Space with { Disk = null } });
        yield return ("the space in /dev/shm", step with { Space = step.Space with { SharedMemory = null } });
        yield return ("the deadline", step with { Around = around with { DeadlineSeconds = null } });
        yield return ("the engine's refusal", step with { Around = around with { StartError = null } });
        yield return ("the engine's failure", step with { Around = around with { Fault = null } });
        yield return ("the counters before", step with { Around = around with { Before = null } });
        yield return ("the counters after", step with { Around = around with { After = null } });
        yield return ("the count of OOM kills", Counters(step, counters => counters with { OomKills = null }));
        yield return ("the peak of memory", Counters(step, counters => counters with { PeakMemoryBytes = null }));
        yield return ("the count of refused processes", Counters(step, counters => counters with { PidsLimitHits = null }));
        yield return ("the throttled time", Counters(step, counters => counters with { ThrottledSeconds = null }));
    }

    // Steps remember how many events had come, so that those before them may not be counted any more.
    private static AttemptEvidence Without(AttemptEvidence all, Func<Engines.EngineEvent, bool> removed)
    {
        int Left(int count) => all.Events.Take(count).Count(e => !removed(e));
        return all with
        {
            Events = [.. all.Events.Where(e => !removed(e))],
            Steps = [.. all.Steps.Select(step => step with { Around = step.Around with { FirstEvent = Left(step.Around.FirstEvent), LastEvent = Left(step.Around.LastEvent) } })],
        };
    }

    private static StepEvidence Counters(StepEvidence step, Func<CgroupCounters, CgroupCounters> without)
    {
        CgroupCounters? Of(CgroupCounters? counters) => counters is null ? null : without(counters);
        return step with { Around = step.Around with { Before = Of(step.Around.Before), After = Of(step.Around.After) } };
    }
}
