namespace Harness.Engines.Sandboxes;

/// <summary>Removes a container for good, or says that it could not.</summary>
internal static class SandboxRemoval
{
    /// <summary>Removes; null when it is gone, else what kept it. The observer hears of the failure too.</summary>
    public static async Task<EngineException?> RemoveAsync(
        IContainerEngine engine, string container, SerialObserver observer, TimeSpan limit, TimeProvider time)
    {
        var error = await TryAsync(engine, container, limit, time);
        if (error is { Fault: not EngineFault.EngineLost })
        {
            // A layer that is still busy is free a moment later.
            await Task.Delay(SandboxTimes.Settle, time);
            error = await TryAsync(engine, container, limit, time);
        }

        if (error is not null)
            observer.NotRemoved(container, error);
        return error;
    }

    private static async Task<EngineException?> TryAsync(IContainerEngine engine, string container, TimeSpan limit, TimeProvider time)
    {
        try
        {
            await Bounded.Ask(token => engine.RemoveContainerAsync(container, token), limit, time);
            return null;
        }
        catch (EngineException e)
        {
            return e;
        }
    }
}
