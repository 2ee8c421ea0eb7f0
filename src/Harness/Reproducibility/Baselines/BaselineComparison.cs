using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>What changed since an older record, as it stands under <c>baseline</c> in <c>result.json</c>.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Changes">Everything that is different, in the order of <see cref="ChangeAreas"/>.</param>
public sealed record BaselineComparison(BaselineVerdict Verdict, IReadOnlyList<Change> Changes)
{
    /// <summary>Everything that is different, in the order of <see cref="ChangeAreas"/>.</summary>
    public IReadOnlyList<Change> Changes { get; init => field = value ?? []; } = Changes ?? [];

    /// <summary>Where the older record was, as the user named it.</summary>
    public string? Folder { get; init; }

    /// <summary>When the older run started, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What the older run came to.</summary>
    public Verdict? Was { get; init; }

    /// <summary>Why there is nothing to compare with.</summary>
    public string? Note { get; init; }

    /// <summary>Numbers side by side.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init => field = value ?? []; } = [];

    /// <summary>Changed files that were counted and are not listed; null when all are.</summary>
    public int? Omitted { get; init; }

    /// <summary>What could not be compared, because a record lacks it: <c>packages files</c>; null when nothing is missing.</summary>
    public IReadOnlyList<string>? Unrecorded { get; init; }

    /// <summary>There is nothing to compare with.</summary>
    public static BaselineComparison None(string folder, string note) =>
        new(BaselineVerdict.NotCompared, []) { Folder = folder, Note = note };
}
