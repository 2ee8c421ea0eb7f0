using Harness.Evidence;

namespace Harness.History;

/// <summary>One record of a suite.</summary>
/// <param name="At">When it started, UTC.</param>
/// <param name="Folder">Its folder, relative to the folder that was named.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Cause">The name of its first cause; null when there is none.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="PeakMemoryBytes">The most memory of all its attempts; null when it was not measured.</param>
public sealed record HistoryPoint(
    DateTimeOffset At, string Folder, Verdict Verdict, string? Cause, double DurationSeconds, long? PeakMemoryBytes);
