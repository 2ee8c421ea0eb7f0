using System.Text.Json.Serialization;

namespace Harness.Reproducibility;

/// <summary>How two runs compare.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Differences">Every difference, benign ones included.</param>
public sealed record Comparison(ReproducibilityVerdict Verdict, IReadOnlyList<Difference> Differences)
{
    /// <summary>Every difference, benign ones included.</summary>
    public IReadOnlyList<Difference> Differences { get; init => field = value ?? []; } = Differences ?? [];

    /// <summary>Differences that were counted and are not listed; null when all are.</summary>
    public int? Omitted { get; init; }

    /// <summary>
    /// What could not be compared, because a run left no record of it: <c>packages archives files</c>; null when nothing is missing.
    /// </summary>
    public IReadOnlyList<string>? Unrecorded { get; init; }

    /// <summary>The run that was compared with the first; null: the second.</summary>
    public int? Run { get; init; }

    /// <summary>Which variation of the second run makes it differ; null when nothing was varied or nothing differs.</summary>
    public VariedDrift? Variation { get; init; }

    /// <summary>Whether the runs differ in a way that no benign rule explains.</summary>
    [JsonIgnore]
    public bool IsDrift => Verdict is not (ReproducibilityVerdict.Reproducible or ReproducibilityVerdict.NotCompared);

    /// <summary>There were not two complete runs to compare.</summary>
    public static Comparison NotCompared { get; } = new(ReproducibilityVerdict.NotCompared, []);
}
