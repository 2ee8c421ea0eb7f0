namespace Harness.Engines.Sandboxes;

/// <summary>
/// Gathers what is known of a command's end. One look right after it would lie: the engine says "running" for up to 200 ms
/// after the main process has ended, and what ends the main process ends a command by SIGKILL.
/// </summary>
internal sealed class TerminationWitnesses(SandboxParts parts, int firstEvent, int firstKill)
{
    // Of an init that finds nothing to start; and what a restarted engine says of a command of which it knows nothing any more.
    private const int CannotExecute = 126;
    private const int NotFound = 127;
    private static readonly TimeSpan FirstMoment = TimeSpan.FromSeconds(1);
    private readonly int _firstBreak = parts.Events.Breaks;

    /// <summary>Asks the witnesses, in no hurry only where the exit code leaves a doubt.</summary>
    public async Task<TerminationFacts> GatherAsync(
        string? execId, CommandEnd end, KillReason? stoppedFor, long? oomKills)
    {
        var notStarted = end.Exit is { NotStarted: not null } || (end.Error is not null && execId is null);
        var facts = new TerminationFacts
        {
            StoppedFor = stoppedFor,
            StopSignals = [.. parts.Ledger.Entries.Skip(firstKill).Where(entry => entry.Reason == stoppedFor).Select(entry => entry.Signal)],
            NotStarted = notStarted,
            EngineLost = end.Error?.Fault == EngineFault.EngineLost || parts.Health.Lost.IsCompleted,
            ExitCode = notStarted ? null : end.Exit?.ExitCode,
            OomKills = oomKills,
        };
        if (notStarted)
            return facts;

        var patience = stoppedFor is null && !facts.EngineLost ? parts.Engine.Info.Capabilities.EventDelay : TimeSpan.Zero;
        var exitCode = await ExitCodeAsync(execId, facts.ExitCode, patience);
        facts = HasRestarted(facts, exitCode) ? facts with { EngineLost = true } : facts with { ExitCode = exitCode };
        if (stoppedFor is null && facts.ExitCode is null or Signals.KilledCode)
            facts = await LookAtContainerAsync(facts, patience);
        return WithEvents(facts);
    }

    // Where events do not name the exec, the engine's answer comes first: the event may be that of somebody else's command.
    private async Task<int?> ExitCodeAsync(string? execId, int? answer, TimeSpan patience)
    {
        var named = parts.Engine.Info.Capabilities.ExecEvents;
        if (execId is null || (!named && answer is not null))
            return answer;
        var died = await parts.Events.WaitAsync(
            firstEvent, e => e.Action == "exec_die" && e.ExecId == (named ? execId : null), patience);
        return died?.ExitCode ?? answer;
    }

    // It broke off, came back, and has no answer: one that lived on would have it.
    private bool HasRestarted(TerminationFacts facts, int? exitCode) =>
        facts.ExitCode is null && exitCode is null or NotFound && parts.Events.Breaks > _firstBreak;

    private async Task<TerminationFacts> LookAtContainerAsync(TerminationFacts facts, TimeSpan patience)
    {
        var died = await parts.Events.WaitAsync(firstEvent, e => e.Action == "die", patience);
        if (died is null && !parts.Main.Ended.IsCompleted && facts.ExitCode is not null)
            return facts;
        try
        {
            var state = await Bounded.Ask(
                token => parts.Engine.InspectContainerAsync(parts.ContainerId, token), parts.Health.Patience, parts.Time);
            if (state is { Running: true })
                return facts;
            // A removal may show as nothing but an end until it is done.
            if (state is { Status: not "removing" })
                await parts.Events.WaitAsync(firstEvent, e => e.Action is "destroy" or "kill", patience);
            var neverLived = died is { ExitCode: CannotExecute or NotFound } && NeverLived(died);
            return facts with
            {
                MainEnded = true,
                Removed = state is null or { Status: "removing" },
                NotStarted = neverLived,
                ExitCode = neverLived ? null : facts.ExitCode,
            };
        }
        catch (EngineException)
        {
            return facts with { EngineLost = true, MainEnded = died is not null };
        }
    }

    // An init without a main process ends at once; one command may slip in before that is seen.
    private bool NeverLived(EngineEvent died) =>
        parts.Events.From(0).FirstOrDefault(e => e.Action == "start") is { } started && died.At - started.At < FirstMoment;

    private TerminationFacts WithEvents(TerminationFacts facts)
    {
        var events = parts.Events.From(firstEvent);
        var kills = ForeignKills(events);
        var oom = events.Index().FirstOrDefault(e => e.Item.Action == "oom", (-1, null!)).Index;
        // An engine that does not name the signal leaves it to the exit code of what it ended.
        var died = events.LastOrDefault(e => e.Action == "die");
        return facts with
        {
            OomEvent = oom >= 0 && !kills.Any(kill => kill.Index < oom),
            ForeignSignal = kills.Count > 0 ? kills[^1].Item.Signal ?? Signals.FromExitCode(died?.ExitCode) : null,
            Removed = facts.Removed || events.Any(e => e.Action == "destroy"),
        };
    }

    // Kills that the ledger does not account for. One without a signal is Harness's own as long as the ledger has one more.
    private List<(int Index, EngineEvent Item)> ForeignKills(IReadOnlyList<EngineEvent> events)
    {
        var own = parts.Ledger.Entries.Skip(firstKill).Where(k => k.Target == KillLedger.Container).Select(k => k.Signal).ToList();
        var unnamed = own.Count;
        return
        [
            .. events.Index().Where(
                e => e.Item.Action == "kill" && !(e.Item.Signal is { } signal ? own.Contains(signal) : unnamed-- > 0)),
        ];
    }
}
