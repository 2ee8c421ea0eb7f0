namespace Harness.Diagnosis;

/// <summary>How sure a cause is, by its strongest witness.</summary>
internal static class Confidence
{
    /// <summary>Harness did it itself and wrote it down before.</summary>
    public const double Own = 1.0;

    /// <summary>The kernel's counter or the order of the engine's events.</summary>
    public const double Witnessed = 0.97;

    /// <summary>A program's own, specific statement of its failure.</summary>
    public const double Stated = 0.9;

    /// <summary>One indirect witness.</summary>
    public const double Likely = 0.7;

    /// <summary>An exit code alone.</summary>
    public const double Guess = 0.3;
}
