namespace Harness.Engines.Sandboxes;

/// <summary>
/// Takes a sandbox down in one order: stop timers, record and measure, kill, drain, remove. Every step is bounded and none is
/// skipped because one before it failed. Measuring comes before killing, because the counters go with the last process.
/// </summary>
internal sealed class SandboxEnd(SandboxParts parts, TaskCompletionSource<ContainerState?> recorded)
{
    /// <summary>Takes it down.</summary>
    /// <param name="stopCommand">Ends the command that is still running, if there is one.</param>
    /// <param name="keep">Whether the container stays.</param>
    public async Task<SandboxClosing> RunAsync(Func<Task> stopCommand, bool keep)
    {
        await parts.Sampler.StopAsync();

        parts.Sampler.Read();
        var state = await RecordAsync();
        recorded.TrySetResult(state);

        var firstEvent = parts.Events.Count;
        await stopCommand();
        var error = keep ? null : await RemoveAsync(state, firstEvent);

        await parts.Main.DisposeAsync();
        await parts.Sampler.DisposeAsync();
        await parts.Events.DisposeAsync();
        return new SandboxClosing(state, error);
    }

    private async Task<EngineException?> RemoveAsync(ContainerState? state, int firstEvent)
    {
        var delay = parts.Engine.Info.Capabilities.EventDelay;
        var killed = state is { Running: true } && !parts.Main.Ended.IsCompleted;
        if (killed)
            await KillAsync();

        // The record of events ends with the container's own end, which may come a little later.
        if (killed && !parts.Health.Lost.IsCompleted)
            await parts.Events.WaitAsync(firstEvent, e => e.Action == "die", delay);

        var limit = parts.Health.Lost.IsCompleted ? SandboxTimes.AnswerOfLost : SandboxTimes.Removal;
        var error = await SandboxRemoval.RemoveAsync(parts.Engine, parts.ContainerId, parts.Observer, limit, parts.Time);
        if (error is null)
            await parts.Events.WaitAsync(0, e => e.Action == "destroy", delay);
        return error;
    }

    private async Task<ContainerState?> RecordAsync()
    {
        ContainerState? state = null;
        try
        {
            state = await Bounded.Ask(
                token => parts.Engine.InspectContainerAsync(parts.ContainerId, token), parts.Health.Patience, parts.Time);
        }
        catch (EngineException)
        {
            // Not known, which null says; an engine that does not answer is reported by the removal.
        }

        parts.Observer.FinalState(state);
        return state;
    }

    private async Task KillAsync()
    {
        parts.Ledger.Add(KillLedger.Container, Signals.Kill, KillReason.Cleanup);
        try
        {
            await Bounded.Ask(
                token => parts.Engine.KillContainerAsync(parts.ContainerId, Signals.Kill, token), parts.Health.Patience, parts.Time);
        }
        catch (EngineException)
        {
            // The removal kills as well, and reports.
        }
    }
}
