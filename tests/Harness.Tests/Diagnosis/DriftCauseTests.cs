using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Tests.Diagnosis;

public sealed class DriftCauseTests : IDisposable
{
    private readonly Suites.SuiteFolder suites = new();

    private static readonly Difference Difference = new(DifferenceKinds.Outcome, "test:coin", "passed", "failed");

    [Theory]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "files")]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "packages")]
    [InlineData(ReproducibilityVerdict.ContentDrift, "packages")]
    public void What_was_not_compared_is_not_surely_equal(ReproducibilityVerdict verdict, string unrecorded)
    {
        var cause = Of(new(verdict, [Difference]) { Unrecorded = [unrecorded] });

        Assert.Equal(Confidence.Likely, cause.Confidence);
        Assert.Equal($"A record of the installed {unrecorded} of both runs.", cause.WouldSettle);
    }

    [Theory]
    [InlineData(ReproducibilityVerdict.OutcomeDrift, "archives")]
    [InlineData(ReproducibilityVerdict.ContentDrift, "files")]
    [InlineData(ReproducibilityVerdict.EnvironmentDrift, "packages")]
    public void A_difference_that_was_seen_is_sure(ReproducibilityVerdict verdict, string unrecorded)
    {
        var cause = Of(new(verdict, [Difference]) { Unrecorded = [unrecorded] });

        Assert.Equal(Confidence.Own, cause.Confidence);
        Assert.Null(cause.WouldSettle);
    }

    public void Dispose() => suites.Dispose();

    [Fact]
    public void A_test_that_ends_differently_is_told_at_its_line()
    {
        var cause = Of(new(ReproducibilityVerdict.OutcomeDrift, [new(DifferenceKinds.Outcome, "test:imports", "passed, exit code 0", "failed, exit code 3")]));

        Assert.Equal("With the same packages and files, test:imports passed in run 1 and failed in run 2 (exit code 3).", cause.Summary);
        Assert.Equal(("smoke.yml", 3), (cause.File, cause.Line));
        Assert.Equal(new EvidenceLine("outcomes", "test:imports: passed, exit code 0 and failed, exit code 3"), Assert.Single(cause.Evidence));
    }

    [Fact]
    public void Of_a_file_that_was_built_its_package_is_named_and_the_lines_that_differ()
    {
        var hashes = new[] { "b", "c" }.Select(digit => $"sha256:{string.Concat(Enumerable.Repeat(digit, 64))} 40 bytes").ToArray();
        var cause = Of(new(ReproducibilityVerdict.ContentDrift,
        [
            new(DifferenceKinds.File, "lib/randmod.py", hashes[0], hashes[1], Rule: "payload", Package: "randpkg") { Lines = ["-ID = '515e'", "+ID = 'ebff'"] },
            new(DifferenceKinds.File, "lib/randpkg-1.0.dist-info/RECORD", hashes[0], hashes[1], Rule: "payload", Package: "randpkg"),
        ]));

        Assert.Equal("The two runs installed the same versions with different files: randpkg: lib/randmod.py differs between run 1 and run 2.", cause.Summary);
        Assert.Equal(("requirements.txt", 2), (cause.File, cause.Line));
        Assert.Equal(["-ID = '515e'", "+ID = 'ebff'"], cause.Evidence.Select(line => line.Text));
    }

    [Theory]
    [InlineData(DifferenceKinds.Version, "3.6", "3.7", "idna is 3.6 in run 1 and 3.7 in run 3.")]
    [InlineData(DifferenceKinds.Missing, null, "3.7", "idna is in run 3 only.")]
    [InlineData(DifferenceKinds.Archive, "a", "b", "the archive of idna differs between run 1 and run 3.")]
    public void A_package_that_differs_is_told_with_the_run_that_has_another(string kind, string? left, string? right, string end)
    {
        var cause = Of(new(ReproducibilityVerdict.EnvironmentDrift, [new(kind, "idna", left, right)]) { Run = 3 });

        Assert.Equal($"The two runs installed different packages: {end}", cause.Summary);
        Assert.Equal(("requirements.txt", 1), (cause.File, cause.Line));
    }

    [Fact]
    public void What_was_varied_is_not_called_the_same_environment()
    {
        VariedDrift found = new(["time-zone", "hostname"], ["time-zone"], [new(3, [], ReproducibilityVerdict.Reproducible), new(4, ["time-zone"], ReproducibilityVerdict.OutcomeDrift)]);
        var comparison = new Comparison(ReproducibilityVerdict.OutcomeDrift, [Difference]) { Variation = found };

        var cause = VariationCause.Explain(Of(comparison), found);

        Assert.Equal("The runs differ when the time zone is varied: test:coin passed in run 1 and failed in run 2.", cause.Summary);
        Assert.Equal("Make test:coin independent of the time zone, or set TZ in env.", cause.Remedy);
        Assert.Contains(new EvidenceLine("vary", "with only the time zone varied it differs (run 4); with nothing varied it does not (run 3)"), cause.Evidence);
    }

    private Cause Of(Comparison comparison)
    {
        suites.Write("requirements.txt", "idna\nrandpkg==1.0\n");
        return DriftCause.Of(comparison, SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good + "python: {requirements: [requirements.txt]}\n"), Redactor.None));
    }
}
