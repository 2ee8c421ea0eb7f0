namespace Harness.Engines.Sandboxes;

/// <summary>How listening to a command's exec ended.</summary>
/// <param name="Exit">What the engine said; null when listening failed or was given up.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record CommandEnd(ExecExit? Exit, EngineException? Error)
{
    /// <summary>Nothing was heard of its end.</summary>
    public static readonly CommandEnd Unseen = new(null, null);
}
