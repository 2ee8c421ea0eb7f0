using Harness.Engines;

namespace Harness.Evidence;

/// <summary>A failure of engine, registry or image, as it was reported.</summary>
/// <param name="Kind">What failed.</param>
/// <param name="Message">The words it was reported with.</param>
/// <param name="Circuit">What had failed before, so that it was not tried; null: it was.</param>
public sealed record Fault(EngineFault Kind, string Message, OpenCircuit? Circuit = null)
{
    /// <summary>The fact in one sentence; null: the message is no longer.</summary>
    public string? Fact { get; init; }

    /// <summary>What carries the fact; null: the message does.</summary>
    public string? Words { get; init; }

    /// <summary>What helps, where whoever reported it knows.</summary>
    public string? Remedy { get; init; }

    /// <summary>From what was thrown.</summary>
    public static Fault Of(EngineException exception, Redactor redactor) => new(exception.Fault, redactor.Redact(exception.Message))
    {
        Fact = exception.Fact is { } fact ? redactor.Redact(fact) : null,
        Words = exception.Words is { } words ? redactor.Redact(words) : null,
        Remedy = exception.Remedy is { } remedy ? redactor.Redact(remedy) : null,
    };
}
