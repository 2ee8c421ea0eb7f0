namespace Harness.Benchmarks.Measuring;

/// <summary>Measures contenders side by side: round by round, each round in the opposite order of the one before.</summary>
internal static class Contest
{
    /// <summary>Runs one round that does not count, then the others.</summary>
    public static async Task<IReadOnlyList<Series>> RunAsync(
        IReadOnlyList<Contender> contenders, int rounds, CancellationToken cancellationToken)
    {
        var samples = contenders.Select(_ => new List<Sample>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            var order = Enumerable.Range(0, contenders.Count);
            foreach (var index in round % 2 == 0 ? order : order.Reverse())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var sample = await contenders[index].RunAsync(cancellationToken);
                if (round > 0)
                    samples[index].Add(sample);
            }
        }

        return [.. contenders.Zip(samples, (contender, taken) => new Series(contender.Name, taken))];
    }
}
