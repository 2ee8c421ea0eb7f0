namespace Harness.Engines.Sandboxes;

/// <summary>
/// Whether the engine is still there. One that died breaks the stream of events, and does not come back in time. One that hangs
/// breaks nothing and says nothing, so that it is asked for a sign of life while a command is silent.
/// </summary>
internal sealed class EngineHealth
{
    private readonly TaskCompletionSource<EngineException> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IContainerEngine _engine;
    private readonly TimeProvider _time;

    public EngineHealth(IContainerEngine engine, SandboxEvents events, TimeProvider time)
    {
        (_engine, _time) = (engine, time);
        _ = PassOnAsync(events.Lost);
    }

    /// <summary>Ends when the engine does not answer any more, with what it failed with.</summary>
    public Task<EngineException> Lost => _lost.Task;

    /// <summary>How long the engine is given to answer a question: one that was lost gets little more than a chance.</summary>
    public TimeSpan Patience => Lost.IsCompleted ? SandboxTimes.AnswerOfLost : SandboxTimes.Answer;

    /// <summary>Asks whenever nothing was heard for a while, until stopped; two questions in a row must stay unanswered.</summary>
    /// <param name="heardAt">When something was heard last, as a timestamp of the clock.</param>
    /// <param name="stop">Ends the watch.</param>
    public async Task WatchAsync(Func<long> heardAt, CancellationToken stop)
    {
        var unanswered = 0;
        while (!stop.IsCancellationRequested && !Lost.IsCompleted)
        {
            await Task.Delay(SandboxTimes.Silence, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested || _time.GetElapsedTime(heardAt()) < SandboxTimes.Silence)
            {
                unanswered = 0;
                continue;
            }

            try
            {
                await Bounded.Ask(_engine.PingAsync, SandboxTimes.Answer, _time, stop);
                unanswered = 0;
            }
            catch (EngineException e)
            {
                if (++unanswered == 2)
                    _lost.TrySetResult(e);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task PassOnAsync(Task<EngineException> lost) => _lost.TrySetResult(await lost);
}
