namespace Harness.Reproducibility.Pinning;

/// <summary>What is pinned, and where to.</summary>
public sealed record PinOptions
{
    /// <summary>The constraints file, relative to the suite; null: one that an earlier pin wrote, else <c>constraints.txt</c>.</summary>
    public string? Constraints { get; init; }

    /// <summary>Whether hashes are written too.</summary>
    public bool Hashes { get; init; }

    /// <summary>Whether a <c>pylock.toml</c> is written too.</summary>
    public bool Lock { get; init; }

    /// <summary>Whether files may be replaced that no earlier pin wrote.</summary>
    public bool Force { get; init; }
}
