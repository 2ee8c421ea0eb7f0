namespace Harness.Engines.Tests.Support;

/// <summary>A clock that runs ten times as fast.</summary>
internal sealed class FastTime : TimeProvider
{
    private const int Speed = 10;

    public override long GetTimestamp() => base.GetTimestamp() * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    private static TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Speed;
}
