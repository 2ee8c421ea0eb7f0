namespace Harness.History;

/// <summary>How values spread.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Least">The least.</param>
/// <param name="Median">The median: of an even count, the mean of the two in the middle.</param>
/// <param name="Most">The most.</param>
public sealed record Distribution(int Count, double Least, double Median, double Most)
{
    internal static Distribution? Of(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToArray();
        var (lower, upper) = ((sorted.Length - 1) / 2, sorted.Length / 2);
        return sorted.Length == 0 ? null : new(sorted.Length, sorted[0], Math.Round((sorted[lower] + sorted[upper]) / 2, 3), sorted[^1]);
    }
}
