namespace Harness.Reproducibility.Baselines;

/// <summary>A number that is never quite the same twice; it is shown, and decides nothing.</summary>
/// <param name="Kind"><c>duration</c> in seconds, or <c>peak-memory</c> in bytes.</param>
/// <param name="Subject">The step, or <c>run</c> for a whole attempt.</param>
/// <param name="Before">What it was; null when it was not measured.</param>
/// <param name="After">What it is; null when it was not measured.</param>
/// <param name="Notable">Whether it is beyond what runs of equal programs differ by.</param>
public sealed record Measurement(string Kind, string Subject, double? Before, double? After, bool Notable = false)
{
    /// <summary>The <see cref="Kind"/> of durations.</summary>
    public const string Duration = "duration";

    /// <summary>The <see cref="Kind"/> of memory.</summary>
    public const string PeakMemory = "peak-memory";
}
