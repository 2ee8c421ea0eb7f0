using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>Writes an attempt down as it happens, and tells whoever watches.</summary>
internal sealed class AttemptReporter : ISandboxObserver, IDisposable
{
    private static readonly TimeSpan MemoryPace = TimeSpan.FromSeconds(1);

    private readonly RunContext context;
    private readonly AttemptJournal journal;
    private readonly StreamWriter events;
    private readonly StreamWriter samples;
    private readonly LiveOutput? live;
    private readonly int run;
    private readonly int attempt;
    private DateTimeOffset toldMemoryAt;

    public AttemptReporter(RunContext context, AttemptFolder folder, int run, int attempt)
    {
        (this.context, this.run, this.attempt) = (context, run, attempt);
        journal = context.Journal.Attempt(run, attempt);
        events = Lines(folder.EngineEvents);
        samples = Lines(folder.Resources);
        live = context.Progress.WantsOutput ? new LiveOutput(Printed, context.Time) : null;
    }

    public void Started() => Tell(Event(RunEventKind.AttemptStarted));

    public void Limits(IReadOnlyList<LimitEnforcement> limits) => journal.Limits(limits);

    public void StepStarted(string step, StepCommand command)
    {
        journal.StepStarted(step);
        journal.Command(step, command.Shown, EnvironmentOf(command));
        Tell(Event(RunEventKind.StepStarted) with { Step = step });
    }

    public void StepEnded(StepEvidence step)
    {
        live?.Flush();
        Restated(step);
        Tell(Event(RunEventKind.StepEnded) with { Step = step.Result.Name, Outcome = step.Result.Outcome, DurationSeconds = step.Result.DurationSeconds });
    }

    /// <summary>A step that has ended turned out to have ended in another way.</summary>
    public void Restated(StepEvidence step) => journal.StepEnded(step.Result, step.Around);

    public void Space(string step, StepSpace space) => journal.Space(step, space);

    public void Failed(Fault fault) => journal.Fault(fault);

    public void Ended(Attempt record)
    {
        journal.Ended(record.Outcome);
        Tell(Event(RunEventKind.AttemptEnded) with { Outcome = record.Outcome, DurationSeconds = record.DurationSeconds });
    }

    public void OnCreated(string containerId, string name) => journal.OnCreated(containerId, name);

    public void OnEvent(EngineEvent engineEvent)
    {
        journal.OnEvent(engineEvent);
        Write(events, engineEvent, EvidenceJson.Lines.EngineEvent);
    }

    public void OnKill(KillEntry entry) => journal.OnKill(entry);

    public void OnSample(CgroupCounters counters)
    {
        journal.OnSample(counters);
        TellMemory(counters);
        Write(samples, counters, EvidenceJson.Lines.CgroupCounters);
    }

    /// <summary>Listens to the install, as long as there is one.</summary>
    public InstallWatch? Watch { get; set; }

    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        live?.Write(command, stream, bytes);
        if (command == StepPlan.Install)
            Watch?.Write(stream, bytes);
    }

    public void OnFinalState(ContainerState? state) => journal.OnFinalState(state);

    public void OnNotRemoved(string name, EngineException error) =>
        Note($"Container {name} could not be removed ({error.Message}); harness reap removes it.");

    /// <summary>The suite and the run, for people.</summary>
    public string Where => $"{context.Suite.Name} run {run}";

    /// <summary>Anything else worth knowing.</summary>
    public void Note(string text)
    {
        journal.Note(text);
        Tell(Event(RunEventKind.Note) with { Text = context.Redactor.Redact(text) });
    }

    public void Dispose()
    {
        live?.Dispose();
        events.Dispose();
        samples.Dispose();
    }

    private RunEvent Event(RunEventKind kind) =>
        new() { Kind = kind, At = context.Time.GetUtcNow(), Suite = context.Suite.Name, Run = run, Attempt = attempt };

    private SortedDictionary<string, string> EnvironmentOf(StepCommand command)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in SandboxEnvironment.For(context.Suite).Concat(command.Environment))
            environment[name] = value;
        return environment;
    }

    // What comes here was redacted before it was kept.
    private void Printed(LiveText text) => Tell(Event(RunEventKind.StepOutput) with
    {
        Step = text.Step,
        Stream = text.Stream,
        Text = text.Text,
        SkippedBytes = text.SkippedBytes > 0 ? text.SkippedBytes : null,
    });

    private void TellMemory(CgroupCounters counters)
    {
        if (!context.Progress.WantsResources || counters.MemoryBytes is not { } bytes || counters.At - toldMemoryAt < MemoryPace)
            return;
        toldMemoryAt = counters.At;
        Tell(Event(RunEventKind.Resources) with { MemoryBytes = bytes, MemoryLimitBytes = context.Suite.Limits.MemoryBytes });
    }

    private void Tell(RunEvent runEvent) => context.Progress.Report(runEvent);

    private static StreamWriter Lines(string path) => new(path, append: false, new UTF8Encoding(false)) { AutoFlush = true };

    private static void Write<T>(StreamWriter writer, T value, JsonTypeInfo<T> type) => writer.WriteLine(JsonSerializer.Serialize(value, type));
}
