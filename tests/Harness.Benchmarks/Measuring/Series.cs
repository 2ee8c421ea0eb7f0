namespace Harness.Benchmarks.Measuring;

/// <summary>The measurements of one contender, in the order of the rounds.</summary>
internal sealed record Series(string Name, IReadOnlyList<Sample> Samples)
{
    public Spread Seconds => Spread.Of(Samples.Select(sample => sample.Seconds));

    public Spread? CpuSeconds => Samples.All(sample => sample.CpuSeconds is not null)
        ? Spread.Of(Samples.Select(sample => sample.CpuSeconds!.Value))
        : null;

    /// <summary>The most of all rounds; null when nobody looked.</summary>
    public long? PeakBytes => Samples.Max(sample => sample.PeakBytes);

    /// <summary>Wall times as parts of another's in the same round: what slows a machine down for a while, slows both down.</summary>
    public Spread RatioTo(Series other) => Spread.Of(Samples.Zip(other.Samples, (mine, its) => mine.Seconds / its.Seconds));
}
