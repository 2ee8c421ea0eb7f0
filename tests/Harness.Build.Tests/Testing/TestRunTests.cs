using Harness.Build.Testing;

namespace Harness.Build.Tests.Testing;

public sealed class TestRunTests
{
    [Fact]
    public void Failures_fail_the_target_with_the_totals_in_the_message()
    {
        var failure = Assert.Throws<BuildFailedException>(() => TestRun.Judge(new TestTotals(7, 1, 2), onServer: false));

        Assert.StartsWith("Tests failed: 7 passed, 1 failed, 2 skipped.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_test_fails_the_target_on_a_server_only()
    {
        var totals = new TestTotals(7, 0, 1);

        Assert.Throws<BuildFailedException>(() => TestRun.Judge(totals, onServer: true));
        Assert.Null(Record.Exception(() => TestRun.Judge(totals, onServer: false)));
    }

    [Fact]
    public void Green_totals_pass_everywhere()
    {
        Assert.Null(Record.Exception(() => TestRun.Judge(new TestTotals(7, 0, 0), onServer: true)));
    }
}
