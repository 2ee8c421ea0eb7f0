namespace Harness.Reproducibility;

/// <summary>How runs compare.</summary>
public enum ReproducibilityVerdict
{
    /// <summary>Alike, but for differences that are known to be benign.</summary>
    Reproducible,

    /// <summary>Different packages, versions or archives were installed.</summary>
    EnvironmentDrift,

    /// <summary>The same versions, with different file contents.</summary>
    ContentDrift,

    /// <summary>The same environment, with different outcomes.</summary>
    OutcomeDrift,

    /// <summary>There were not two complete runs to compare.</summary>
    NotCompared,
}
