using Harness.Diagnosis;
using Harness.Reproducibility;

namespace Harness.Tests.Diagnosis;

public sealed class DriftCauseTests
{
    private static readonly Difference Difference = new(DifferenceKinds.Outcome, "test:coin", "passed", "failed");

    [Theory]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "files")]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "packages")]
    [InlineData(ReproducibilityVerdict.ContentDrift, "packages")]
    public void What_was_not_compared_is_not_surely_equal(ReproducibilityVerdict verdict, string unrecorded)
    {
        var cause = DriftCause.Of(new(verdict, [Difference]) { Unrecorded = [unrecorded] });

        Assert.Equal(Confidence.Likely, cause.Confidence);
        Assert.Equal($"A record of the installed {unrecorded} of both runs.", cause.WouldSettle);
    }

    [Theory]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "archives")]
    [InlineData(ReproducibilityVerdict.ContentDrift, "files")]
    [InlineData(ReproducibilityVerdict.EnvironmentDrift, "packages")]
    public void A_difference_that_was_seen_is_sure(ReproducibilityVerdict verdict, string unrecorded)
    {
        var cause = DriftCause.Of(new(verdict, [Difference]) { Unrecorded = [unrecorded] });

        Assert.Equal(Confidence.Own, cause.Confidence);
        Assert.Null(cause.WouldSettle);
    }
}
