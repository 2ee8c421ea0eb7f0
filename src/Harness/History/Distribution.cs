namespace Harness.History;

/// <summary>How values spread.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Least">The least.</param>
/// <param name="Median">The one in the middle.</param>
/// <param name="Most">The most.</param>
public sealed record Distribution(int Count, double Least, double Median, double Most)
{
    internal static Distribution? Of(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? null : new(sorted.Length, sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }
}
