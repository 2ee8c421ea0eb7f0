using Harness.Diagnosis;
using Harness.Reproducibility;
using Harness.Reproducibility.Baselines;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>The record of one suite, as it stands in <c>result.json</c> (schema 1).</summary>
/// <remarks>
/// The initialisers take nothing for the default: generated JSON readers assign every init-only property,
/// so that a missing key would otherwise overwrite the property's own default with nothing.
/// </remarks>
public sealed record SuiteResult
{
    /// <summary>Version of this record's shape.</summary>
    public int Schema { get; init => field = value is 0 ? 1 : value; } = 1;

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The suite file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>What it came to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>The image that was used.</summary>
    public ImageEvidence? Image { get; init; }

    /// <summary>The engine that was used.</summary>
    public EngineEvidence? Engine { get; init; }

    /// <summary>The limits that were in force.</summary>
    public SuiteLimits? Limits { get; init; }

    /// <summary>What the first run installed.</summary>
    public ResolvedEnvironment? Environment { get; init; }

    /// <summary>The runs, in order.</summary>
    public IReadOnlyList<Run> Runs { get; init => field = value ?? []; } = [];

    /// <summary>Causes of the attempt that decided the verdict, most likely first.</summary>
    public IReadOnlyList<Cause> Causes { get; init => field = value ?? []; } = [];

    /// <summary>Things worth knowing that did not change the verdict, such as an image that is not pinned.</summary>
    public IReadOnlyList<Cause> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>How the runs compare.</summary>
    public Comparison Reproducibility { get; init => field = value ?? Comparison.NotCompared; } = Comparison.NotCompared;

    /// <summary>What changed since an older record; null when none was named.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>Numbers over all attempts.</summary>
    public Statistics Statistics { get; init => field = value ?? new(0, 0, 0); } = new(0, 0, 0);
}
