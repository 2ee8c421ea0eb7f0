using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;

namespace Harness.Evidence;

/// <summary>Writes down what happens in one attempt, as it happens.</summary>
public sealed class AttemptJournal : ISandboxObserver
{
    private readonly int attempt;
    private readonly Journal journal;
    private readonly int run;

    internal AttemptJournal(Journal journal, int run, int attempt)
    {
        this.journal = journal;
        this.run = run;
        this.attempt = attempt;
    }

    /// <summary>The container runs.</summary>
    public void Limits(IReadOnlyList<LimitEnforcement> limits) => Write(Entry(JournalKind.Limits) with { Limits = limits });

    /// <summary>A step is about to start.</summary>
    public void StepStarted(string step) => Write(Entry(JournalKind.StepStarted) with { Step = step });

    /// <summary>A command of a step is about to be run.</summary>
    public void Command(string step, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) =>
        Write(Entry(JournalKind.Command) with { Step = step, Command = command, Environment = environment });

    /// <summary>A step ended.</summary>
    public void StepEnded(StepResult result, StepSurroundings around) =>
        Write(Entry(JournalKind.StepEnded) with { Step = result.Name, Result = result, Around = around });

    /// <summary>The space that a step could write to was read.</summary>
    public void Space(string step, StepSpace space) => Write(Entry(JournalKind.Space) with { Step = step, Space = space });

    /// <summary>The container could not be made or used.</summary>
    public void Fault(Fault fault) => Write(Entry(JournalKind.Fault) with { Fault = fault });

    /// <summary>The attempt ended.</summary>
    public void Ended(Outcome outcome) => Write(Entry(JournalKind.AttemptEnded) with { Outcome = outcome });

    /// <summary>Anything else worth knowing.</summary>
    public void Note(string text) => Write(Entry(JournalKind.Note) with { Text = text });

    /// <inheritdoc/>
    public void OnCreated(string containerId, string name) =>
        Write(Entry(JournalKind.ContainerCreated) with { Container = containerId, ContainerName = name });

    /// <inheritdoc/>
    public void OnEvent(EngineEvent engineEvent) => Write(Entry(JournalKind.Event) with { Event = engineEvent });

    /// <inheritdoc/>
    public void OnKill(KillEntry entry) => Write(Entry(JournalKind.Kill) with { Kill = entry });

    /// <inheritdoc/>
    public void OnSample(CgroupCounters counters) => Write(Entry(JournalKind.Sample) with { Sample = counters });

    /// <summary>Writes nothing: what a command prints is kept in the files of its step.</summary>
    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes)
    {
    }

    /// <inheritdoc/>
    public void OnFinalState(ContainerState? state) => Write(Entry(JournalKind.FinalState) with { State = state });

    private JournalEntry Entry(JournalKind kind) => journal.Entry(kind) with { Run = run, Attempt = attempt };

    private void Write(JournalEntry entry) => journal.Write(entry);
}
