namespace Harness.Running;

/// <summary>
/// The time that a suite has. It runs while anything of the suite is at work, and stands while all that is left of it waits for a
/// place: a suite must not be out of time because others were first.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="limit">What the suite may take.</param>
internal sealed class SuiteClock(TimeProvider time, TimeSpan limit)
{
    private readonly Lock gate = new();
    private TimeSpan before;
    private long since;
    private int working;

    /// <summary>How long it was at work.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
                return working > 0 ? before + time.GetElapsedTime(since) : before;
        }
    }

    /// <summary>What is left of its time; not positive when there is none.</summary>
    public TimeSpan Left => limit - Elapsed;

    /// <summary>Something is at work until the result is disposed.</summary>
    public IDisposable Work()
    {
        lock (gate)
        {
            if (working++ == 0)
                since = time.GetTimestamp();
        }

        return new Part(this);
    }

    private void End()
    {
        lock (gate)
        {
            if (--working == 0)
                before += time.GetElapsedTime(since);
        }
    }

    private sealed class Part(SuiteClock clock) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
                clock.End();
        }
    }
}
