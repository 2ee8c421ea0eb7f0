namespace Harness.Reproducibility;

/// <summary>How two runs compare.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Differences">Every difference, benign ones included.</param>
public sealed record Comparison(ReproducibilityVerdict Verdict, IReadOnlyList<Difference> Differences)
{
    /// <summary>There were not two complete runs to compare.</summary>
    public static Comparison NotCompared { get; } = new(ReproducibilityVerdict.NotCompared, []);
}
