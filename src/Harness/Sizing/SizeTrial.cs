using Harness.Reporting;

namespace Harness.Sizing;

/// <summary>A suite under other limits.</summary>
/// <param name="MemoryBytes">Its memory limit, in bytes.</param>
/// <param name="Cpus">Its CPUs; null: as many as the engine has.</param>
/// <param name="Passed">Whether every run passed.</param>
/// <param name="Seconds">What the longest run took.</param>
/// <param name="PeakMemoryBytes">The most memory of all runs; null when it was not measured.</param>
/// <param name="Cause">The name of the first cause; null when there is none.</param>
/// <param name="Folder">The artifacts folder.</param>
public sealed record SizeTrial(
    long MemoryBytes, double? Cpus, bool Passed, double Seconds, long? PeakMemoryBytes, string? Cause, string Folder)
{
    /// <summary>What a run may take; null: nobody minds.</summary>
    public double? MostSeconds { get; init; }

    /// <summary>Whether it took longer, so that it does not suffice although every run passed.</summary>
    public bool IsTooSlow => Seconds > MostSeconds;

    /// <summary>Why it did not pass, as <c>harness run</c> would say it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
