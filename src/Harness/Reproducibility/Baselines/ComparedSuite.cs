namespace Harness.Reproducibility.Baselines;

/// <summary>One suite of two artifacts folders.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Comparison">What changed.</param>
public sealed record ComparedSuite(string Suite, BaselineComparison Comparison);
