namespace Harness.Reproducibility.Baselines;

/// <summary>How a record compares with an older one.</summary>
public enum BaselineVerdict
{
    /// <summary>Nothing that is compared is different; measurements may be.</summary>
    Same,

    /// <summary>Something is different.</summary>
    Different,

    /// <summary>There is nothing to compare with.</summary>
    NotCompared,
}
