using Harness.Running;

namespace Harness.Tests.Running;

public class SuiteClockTests
{
    private readonly ClockByHand hand = new();
    private readonly SuiteClock clock;

    public SuiteClockTests() => clock = new(hand, TimeSpan.FromSeconds(10));

    [Fact]
    public void Waiting_for_a_place_takes_nothing_from_a_suites_time()
    {
        hand.Pass(60);
        using (clock.Work())
            hand.Pass(3);
        hand.Pass(60);
        using var work = clock.Work();
        hand.Pass(2);

        Assert.Equal((5.0, 5.0), (clock.Elapsed.TotalSeconds, clock.Left.TotalSeconds));
    }

    [Fact]
    public void Two_runs_side_by_side_take_the_time_once()
    {
        var first = clock.Work();
        hand.Pass(2);
        var second = clock.Work();
        hand.Pass(2);
        first.Dispose();
        first.Dispose();
        hand.Pass(7);
        second.Dispose();

        Assert.Equal((11.0, -1.0), (clock.Elapsed.TotalSeconds, clock.Left.TotalSeconds));
    }

    private sealed class ClockByHand : TimeProvider
    {
        private TimeSpan now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(int seconds) => now += TimeSpan.FromSeconds(seconds);

        public override long GetTimestamp() => now.Ticks;
    }
}
