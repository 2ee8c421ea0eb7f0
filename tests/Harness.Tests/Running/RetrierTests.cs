using Harness.Diagnosis;
using Harness.Running;
using Harness.Suites;
using Harness.Tests.Reporting;

namespace Harness.Tests.Running;

public sealed class RetrierTests
{
    private static readonly Random Chance = new(7);
    private static readonly Cause[] Lost = [Samples.Cause("engine-lost", "s", "r")];

    public static TheoryData<string> Retryable =>
        ["engine-lost", "registry-unreachable", "registry-rate-limited", "index-unreachable", "memory-host", "killed-externally", "container-removed"];

    [Theory]
    [MemberData(nameof(Retryable))]
    public void Causes_that_may_pass_are_tried_again(string name) => Assert.NotNull(Pause(1, [Samples.Cause(name, "s", "r")]));

    [Fact]
    public void No_other_cause_is_tried_again() =>
        Assert.Equal(
            Retryable.Select(row => (string)row).Order(),
            CauseCatalog.All.Where(kind => Pause(1, [Samples.Cause(kind.Name, "s", "r")]) is not null).Select(kind => kind.Name).Order());

    [Fact]
    public void The_first_cause_decides() => Assert.Null(Pause(1, [Samples.Cause("memory-limit", "s", "r"), .. Lost]));

    [Theory]
    [InlineData(1, true, 8, 12)]
    [InlineData(2, true, 16, 24)]
    [InlineData(3, true, 32, 48)]
    [InlineData(3, false, 8, 12)]
    public void Pauses_double_and_are_spread_by_a_fifth(int attempt, bool exponential, double least, double most)
    {
        var pauses = Enumerable.Range(0, 200).Select(_ => Pause(attempt, Lost, new(10, TimeSpan.FromSeconds(10), exponential))!.Value.TotalSeconds).ToArray();

        Assert.All(pauses, pause => Assert.InRange(pause, least, most));
        Assert.True(pauses.Max() - pauses.Min() > (most - least) / 2);
    }

    [Fact]
    public void After_the_last_attempt_there_is_none() => Assert.Null(Pause(3, Lost));

    [Fact]
    public void Nothing_is_begun_behind_the_suites_deadline() => Assert.Null(Pause(1, Lost, left: TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData("test-failed", "test:unit", true)]
    [InlineData("timeout-test", "test:unit", true)]
    [InlineData("timeout-test", "sanity", false)]
    [InlineData("memory-limit", "test:unit", false)]
    public void Tests_are_tried_again_only_where_the_suite_asks_for_it(string name, string step, bool again)
    {
        Cause[] causes = [Samples.Cause(name, "s", "r") with { Step = step }];

        Assert.Null(Pause(1, causes));
        Assert.Equal(again, Pause(1, causes, new(3, TimeSpan.FromSeconds(6), Exponential: true, Tests: true)) is not null);
    }

    private static TimeSpan? Pause(int attempt, Cause[] causes, RetryOptions? options = null, TimeSpan? left = null) =>
        new Retrier(
            options ?? new(3, TimeSpan.FromSeconds(6), Exponential: true),
            new SuiteClock(TimeProvider.System, left ?? TimeSpan.FromMinutes(5)), Chance)
            .PauseAfter(attempt, causes);
}
