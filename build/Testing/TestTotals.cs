using System.Globalization;

namespace Harness.Build.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    public static TestTotals None { get; } = new(0, 0, 0);

    /// <summary>A project that says nothing of its tests counts as one failure: silence must not look like success.</summary>
    public static TestTotals OneFailure { get; } = new(0, 1, 0);

    public static TestTotals operator +(TestTotals left, TestTotals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
