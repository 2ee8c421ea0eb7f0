namespace Harness.Reproducibility;

/// <summary>Which variation makes a run differ.</summary>
/// <param name="Varied">What the run varied that differs.</param>
/// <param name="Guilty">The variation that does it alone, or all that it takes together; empty: it differs without any; null: it was not found out.</param>
/// <param name="Trials">The runs that tell.</param>
public sealed record VariedDrift(IReadOnlyList<string> Varied, IReadOnlyList<string>? Guilty, IReadOnlyList<Trial> Trials)
{
    /// <summary>What the run varied that differs.</summary>
    public IReadOnlyList<string> Varied { get; init => field = value ?? []; } = Varied ?? [];

    /// <summary>The runs that tell.</summary>
    public IReadOnlyList<Trial> Trials { get; init => field = value ?? []; } = Trials ?? [];
}
