namespace Harness.Reproducibility.Pinning;

/// <summary>What pinning a suite comes to; nothing is written yet.</summary>
/// <param name="Files">Files that are new or different.</param>
/// <param name="Notes">What could not be pinned, and how it can be.</param>
/// <param name="Problem">Why nothing can be pinned, with the remedy; null when it can.</param>
public sealed record PinPlan(IReadOnlyList<PinnedFile> Files, IReadOnlyList<string> Notes, string? Problem = null)
{
    internal static PinPlan Refused(string problem) => new([], [], problem);
}
