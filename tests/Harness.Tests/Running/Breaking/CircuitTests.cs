using Harness.Diagnosis;
using Harness.Running.Breaking;
using Harness.Tests.Reporting;

namespace Harness.Tests.Running.Breaking;

public sealed class CircuitTests
{
    private readonly SetTime time = new();
    private readonly List<string> told = [];
    private readonly Circuit circuit;

    public CircuitTests() => circuit = new("registry r.example", ["registry-unreachable", "registry-rate-limited"], time, told.Add);

    [Fact]
    public async Task After_three_suites_the_fourth_does_not_try_and_points_to_the_first()
    {
        await FailAsync("a", "b");
        Assert.False(circuit.IsOpen);
        await FailAsync("c");
        Assert.True(circuit.IsOpen);

        var open = await Assert.ThrowsAsync<CircuitOpenException>(() => EndAsync("d", null));

        Assert.Equal(
            new("registry r.example", "registry-unreachable", 3, "a", "said by a"),
            open.Fault.Circuit);
        Assert.Equal("Not tried: 3 suites in a row ended with registry-unreachable of registry r.example, first suite a.", open.Fault.Message);
        Assert.Contains("first suite a", Assert.Single(told));
    }

    // Polly refuses others before it says that it has opened.
    [Fact]
    public async Task Those_that_come_in_the_moment_of_opening_know_why_they_may_not()
    {
        for (var round = 0; round < 300; round++)
        {
            var busy = new Circuit("registry r.example", ["registry-unreachable"], time, _ => { });
            await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(async () =>
            {
                try
                {
                    await busy.RunAsync($"{number}", _ => Task.FromResult(true), _ => CauseBuilder.Create("registry-unreachable", 0.9, "down"), TestContext.Current.CancellationToken);
                }
                catch (CircuitOpenException open)
                {
                    Assert.InRange(open.Fault.Circuit!.Suites, Circuit.Limit, 12); // one that fails at the same time is one more
                }
            })));
        }
    }

    [Fact]
    public async Task A_suite_that_fails_again_and_again_is_one()
    {
        await FailAsync("a", "a", "a", "a", "b");

        await EndAsync("c", null);
    }

    [Fact]
    public async Task One_that_passes_is_the_end_of_the_row()
    {
        await FailAsync("a", "b");
        await EndAsync("c", null);
        await FailAsync("d", "e");

        await EndAsync("f", null);
    }

    [Fact]
    public async Task Another_cause_begins_another_row()
    {
        await FailAsync("a", "b");
        await EndAsync("c", "registry-rate-limited");
        await EndAsync("d", "registry-rate-limited");

        await EndAsync("e", null);
    }

    [Fact]
    public async Task What_is_not_its_fault_does_not_count()
    {
        foreach (var suite in new[] { "a", "b", "c", "d" })
            await EndAsync(suite, "test-failed");

        await EndAsync("e", null);
    }

    [Fact]
    public async Task After_the_pause_one_tries_and_its_success_lets_the_others()
    {
        await FailAsync("a", "b", "c");
        time.Now += Circuit.Pause + TimeSpan.FromSeconds(1);

        await EndAsync("d", null);

        await EndAsync("e", null);
        Assert.Equal("registry r.example works again.", told[^1]);
    }

    [Fact]
    public async Task After_the_pause_one_tries_and_its_failure_holds_the_others_back()
    {
        await FailAsync("a", "b", "c");
        time.Now += Circuit.Pause + TimeSpan.FromSeconds(1);

        await FailAsync("d");

        var open = await Assert.ThrowsAsync<CircuitOpenException>(() => EndAsync("e", null));
        Assert.Equal(("a", 4), (open.Fault.Circuit!.First, open.Fault.Circuit.Suites));
    }

    private async Task FailAsync(params string[] suites)
    {
        foreach (var suite in suites)
            await EndAsync(suite, "registry-unreachable");
    }

    private Task<Cause?> EndAsync(string suite, string? cause) => circuit.RunAsync(
        suite,
        _ => Task.FromResult(cause is null ? null : Samples.Cause(cause, $"said by {suite}", "r")),
        failure => failure,
        TestContext.Current.CancellationToken);

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
