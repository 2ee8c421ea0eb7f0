namespace Harness.Evidence;

/// <summary>A step, and what was seen around it.</summary>
public sealed record StepEvidence
{
    /// <summary>The step's record.</summary>
    public required StepResult Result { get; init; }

    /// <summary>What was seen around it.</summary>
    public StepSurroundings Around { get; init; } = StepSurroundings.Nothing;

    /// <summary>Space after it; measured only where it did not pass.</summary>
    public StepSpace Space { get; init; } = StepSpace.Unknown;

    /// <summary>The last lines of standard output, for reading by programs; raw but for bytes that are no UTF-8.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The last lines of standard error.</summary>
    public string StderrTail { get; init; } = "";
}
