namespace Harness.Reproducibility;

/// <summary>A further run that was made to find a variation.</summary>
/// <param name="Run">Its index.</param>
/// <param name="Varied">What it varied; empty: nothing.</param>
/// <param name="Verdict">How it compares with the first run.</param>
public sealed record Trial(int Run, IReadOnlyList<string> Varied, ReproducibilityVerdict Verdict);
