using Harness.Diagnosis.Pip;
using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;
using Harness.Suites.Wording;

namespace Harness.Diagnosis;

/// <summary>One step that did not pass, with everything known of its attempt: what a rule looks at.</summary>
internal sealed class Case(AttemptEvidence evidence, StepEvidence step)
{
    public AttemptEvidence Evidence => evidence;

    public Suite Suite => evidence.Suite;

    public SuiteLimits Limits => evidence.Suite.Limits;

    public StepEvidence Step => step;

    public StepResult Result => step.Result;

    public StepSurroundings Around => step.Around;

    /// <summary>The step's name.</summary>
    public string Name => step.Result.Name;

    public int? ExitCode => step.Result.ExitCode;

    public Termination? Termination => step.Result.Termination;

    /// <summary>The smoke test that the step is; null for Harness's own steps.</summary>
    public SmokeTest? Test { get; } = evidence.Suite.Tests.FirstOrDefault(test => "test:" + test.Name == step.Result.Name);

    /// <summary>Whether pip runs in it.</summary>
    public bool IsInstall => Name is "toolchain" or "install" or "freeze";

    /// <summary>Whether its own exit code was seen: nobody is known to have ended it.</summary>
    public bool EndedByItself =>
        Around.StartError is null && Termination is { Reason: TerminationReason.Exited or TerminationReason.Signalled, By: null or TerminatedBy.Unknown };

    /// <summary>Whether Harness ended it; where that was not recorded, the ledger says so.</summary>
    public bool EndedByHarness => Termination?.By == TerminatedBy.Harness || (Termination is null && evidence.Kills.Any(kill => kill.Target == Name));

    /// <summary>Whether the cgroup's counters were read around it, so that a limit that was reached would be known.</summary>
    public bool CountersAreKnown => Raised(counters => counters.OomKills) is not null && Raised(counters => counters.PidsLimitHits) is not null
        && (Limits.Cpus is null || (step.Around is { Before.ThrottledSeconds: not null, After.ThrottledSeconds: not null } && Result.Resources?.CpuSeconds is not null));

    /// <summary>How the container ended while it ran or before, if it did.</summary>
    public ContainerEnd ContainerEnd => field ??= ContainerEnd.Of(this);

    /// <summary>What pip said in it.</summary>
    public PipWords Pip { get; } = new(evidence, step);

    /// <summary>The engine's events from the container's creation to the step's end; what came late counts until the next step.</summary>
    public IReadOnlyList<EngineEvent> EventsToEnd => field ??= [.. evidence.Events.Take(LastEvent())];

    /// <summary>The engine's events while the step ran.</summary>
    public IEnumerable<EngineEvent> EventsDuring => EventsToEnd.Skip(step.Around.FirstEvent);

    /// <summary>How often a counter of the cgroup was raised while the step ran; null when it could not be read.</summary>
    public long? Raised(Func<CgroupCounters, long?> counter) =>
        step.Around is { Before: { } before, After: { } after } ? counter(after) - counter(before) : null;

    /// <summary>Where a key of the suite file stands; null when it was left to its default.</summary>
    public SourcePosition? Key(string key) => evidence.Suite.Positions.GetValueOrDefault(key);

    /// <summary>The command that runs the suite once more and leaves its container, with everything installed, to look around in.</summary>
    public string Again() => ShellText.Of(["harness", "run", Suite.DisplayFile, "--runs", "1", "--keep"]);

    /// <summary>A cause in this step; about its test or package, at the line that asks for that.</summary>
    public Cause Create(string name, double confidence, string summary, string? remedy = null)
    {
        var cause = CauseBuilder.Create(name, confidence, summary, remedy, step);
        return Test is not null ? (cause with { Subject = Test.Name }).At(Test.Position)
            : IsInstall ? About(cause, Pip.Package)
            : cause;
    }

    /// <summary>The same cause, about this package, at the line that asks for it.</summary>
    public Cause About(Cause cause, string? package) => package is null
        ? cause
        : (cause with { Subject = package }).At(RequirementLines.Find(evidence.About.Inputs, package));

    private int LastEvent()
    {
        var next = evidence.Steps.SkipWhile(other => other != step).Skip(1).FirstOrDefault(other => other.Result.Outcome != Outcome.Skipped);
        if (next is not null)
            return Math.Max(step.Around.LastEvent, next.Around.FirstEvent);
        // Harness does nothing to a container that it finds ended; of one that runs, the rest is its own clean-up.
        return step.Around.LastEvent == 0 || evidence.FinalState is { Running: false } ? evidence.Events.Count : step.Around.LastEvent;
    }
}
