using Harness.Benchmarks.Measuring;

namespace Harness.Benchmarks;

/// <summary>What one contest brought.</summary>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Name">What was done.</param>
/// <param name="Series">What was measured: the first is Harness, the others are what it is compared with.</param>
/// <param name="Targets">What was hoped for.</param>
internal sealed record ContestResult(string Group, string Name, IReadOnlyList<Series> Series, IReadOnlyList<Target> Targets);
