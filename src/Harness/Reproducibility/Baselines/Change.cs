namespace Harness.Reproducibility.Baselines;

/// <summary>Something that is not what it was.</summary>
/// <param name="Area">One of <see cref="ChangeAreas"/>.</param>
/// <param name="Subject">The package, step, limit or property; empty when the area says it all.</param>
/// <param name="Before">What it was; null when there was none.</param>
/// <param name="After">What it is; null when there is none.</param>
public sealed record Change(string Area, string Subject, string? Before, string? After);
