using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Running;

namespace Harness.Tests.Running;

public sealed class RunComparisonTests : IDisposable
{
    private readonly Suites.SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Outcome.Interrupted, ReproducibilityVerdict.NotCompared)]
    [InlineData(Outcome.Lost, ReproducibilityVerdict.NotCompared)]
    [InlineData(Outcome.TimedOut, ReproducibilityVerdict.OutcomeDrift)]
    public void A_run_that_was_cut_short_is_not_compared(Outcome outcome, ReproducibilityVerdict expected)
    {
        var comparison = RunComparison.Of(new ArtifactsFolder(folder.Path).Suite("api"), Run(1, Outcome.Passed), Run(2, outcome));

        Assert.Equal(expected, comparison.Verdict);
    }

    private static Run Run(int index, Outcome outcome) => new(index, outcome,
        [new() { Index = 1, Outcome = outcome, StartedAt = default, Steps = [new() { Name = "test:slow", Outcome = outcome }] }]);
}
