using Harness.Evidence;

namespace Harness.History;

/// <summary>What is kept of a record while many are read.</summary>
internal sealed record HistoryEntry
{
    public required string Suite { get; init; }

    public required string Folder { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Verdict Verdict { get; init; }

    public string? Cause { get; init; }

    public required double DurationSeconds { get; init; }

    public long? PeakMemoryBytes { get; init; }

    public required int Runs { get; init; }

    public Statistics? Statistics { get; init; }

    public required IReadOnlyList<TestEnd> Tests { get; init; }

    /// <summary>Packages that the record's own runs did not agree on.</summary>
    public required IReadOnlyList<string> Drifted { get; init; }

    public required HistoryFacts Facts { get; init; }
}
