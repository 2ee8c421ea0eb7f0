using Harness.Engines.Discovery;

namespace Harness.Engines;

/// <summary>An engine, a registry or an image failed in a way the caller can name.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="message">The fact and its cause, in the engine's words where it gave any; no credentials.</param>
/// <param name="inner">The exception underneath, if there was one.</param>
public sealed class EngineException(EngineFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public EngineFault Fault { get; } = fault;

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The fact in one sentence, where the message says more than that.</summary>
    public string? Fact { get; init; }

    /// <summary>What carries the fact, where the message says more than that: the engine's own words, or the places looked at.</summary>
    public string? Words { get; init; }

    /// <summary>What helps, where the message says it too.</summary>
    public string? Remedy { get; init; }

    /// <summary>When no engine was found: the places that were looked at, in order.</summary>
    public IReadOnlyList<EngineAttempt> LookedAt { get; init; } = [];
}
