namespace Harness.Engines.Sandboxes;

/// <summary>
/// Gathers what is known of a command's end. One look right after it would lie: the engine says "running" for up to 200 ms
/// after the main process has ended, and what ends the main process ends a command by SIGKILL.
/// </summary>
internal sealed class TerminationWitnesses(SandboxParts parts, int firstEvent, int firstKill)
{
    /// <summary>Asks the witnesses, in no hurry only where the exit code leaves a doubt.</summary>
    public async Task<TerminationFacts> GatherAsync(
        string? execId, CommandEnd end, KillReason? stoppedFor, CgroupCounters? before, CgroupCounters? after)
    {
        var notStarted = end.Exit is { NotStarted: not null } || (end.Error is not null && execId is null);
        var facts = new TerminationFacts
        {
            StoppedFor = stoppedFor,
            StopSignal = parts.Ledger.Entries.Skip(firstKill).LastOrDefault(entry => entry.Reason == stoppedFor)?.Signal,
            NotStarted = notStarted,
            EngineLost = end.Error?.Fault == EngineFault.EngineLost || parts.Events.Lost.IsCompleted,
            ExitCode = notStarted ? null : end.Exit?.ExitCode,
            OomKills = after?.OomKills - before?.OomKills,
        };
        if (notStarted)
            return facts;

        var patience = stoppedFor is null && !facts.EngineLost ? SandboxTimes.Settle : TimeSpan.Zero;
        var died = execId is null
            ? null
            : await parts.Events.WaitAsync(firstEvent, e => e.Action == "exec_die" && e.ExecId == execId, patience);
        facts = facts with { ExitCode = died?.ExitCode ?? facts.ExitCode };
        if (stoppedFor is null && facts.ExitCode is null or Signals.KilledCode)
            facts = await LookAtContainerAsync(facts, patience);
        return WithEvents(facts);
    }

    private async Task<TerminationFacts> LookAtContainerAsync(TerminationFacts facts, TimeSpan patience)
    {
        var died = await parts.Events.WaitAsync(firstEvent, e => e.Action == "die", patience);
        if (died is null && !parts.Main.Ended.IsCompleted && facts.ExitCode is not null)
            return facts;
        try
        {
            var state = await Bounded.Ask(
                token => parts.Engine.InspectContainerAsync(parts.ContainerId, token), SandboxTimes.Answer, parts.Time);
            return facts with { MainEnded = state is not { Running: true }, Removed = state is null or { Status: "removing" } };
        }
        catch (EngineException)
        {
            return facts with { EngineLost = true, MainEnded = died is not null };
        }
    }

    private TerminationFacts WithEvents(TerminationFacts facts)
    {
        var events = parts.Events.From(firstEvent);
        var own = parts.Ledger.Entries.Skip(firstKill).Where(k => k.Target == KillLedger.Container).Select(k => k.Signal).ToHashSet();
        var kills = events.Index().Where(e => e.Item.Action == "kill" && !(e.Item.Signal is { } signal && own.Contains(signal))).ToList();
        var oom = events.Index().FirstOrDefault(e => e.Item.Action == "oom", (-1, null!)).Index;
        return facts with
        {
            OomEvent = oom >= 0 && !kills.Any(kill => kill.Index < oom),
            ForeignSignal = kills.Count > 0 ? kills[^1].Item.Signal : null,
            Removed = facts.Removed || events.Any(e => e.Action == "destroy"),
        };
    }
}
