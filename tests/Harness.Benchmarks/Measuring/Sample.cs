namespace Harness.Benchmarks.Measuring;

/// <summary>One measurement.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">Most resident memory; null when nobody looked.</param>
/// <param name="CpuSeconds">Processor time; null when nobody looked.</param>
internal sealed record Sample(double Seconds, long? PeakBytes = null, double? CpuSeconds = null);
