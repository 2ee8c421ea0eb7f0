namespace Harness.Reporting.JUnit;

/// <summary>How much text a testcase may hold.</summary>
/// <param name="FailingLogBytes">Of each log, when it failed.</param>
/// <param name="PassingLogBytes">Of each log, when it passed; Jenkins keeps 1,000 characters of those.</param>
/// <param name="TextLength">Of a cause's texts together, in characters.</param>
internal sealed record JUnitBudget(int FailingLogBytes, int PassingLogBytes, int TextLength)
{
    /// <summary>From generous to thrifty; the first that keeps the file small enough is taken.</summary>
    public static IReadOnlyList<JUnitBudget> Levels { get; } =
    [
        new(64 << 10, 1_000, 32 << 10),
        new(16 << 10, 500, 8 << 10),
        new(4 << 10, 0, 4 << 10),
        new(0, 0, 1 << 10),
    ];
}
