using Harness.Engines.Sandboxes;

namespace Harness.Engines.Cgroups;

/// <summary>Reads a container's counters at a steady pace and when asked.</summary>
internal sealed class CgroupSampler : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<CgroupCounters> _samples = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly ICgroupReader? _reader;
    private readonly SerialObserver _observer;
    private readonly TimeProvider _time;
    private readonly Task _sampling;

    /// <summary>Starts sampling; without a reader there are no samples.</summary>
    public CgroupSampler(ICgroupReader? reader, SerialObserver observer, TimeProvider time)
    {
        (_reader, _observer, _time) = (reader, observer, time);
        _sampling = reader is null ? Task.CompletedTask : SampleAsync();
    }

    /// <summary>The readings so far, oldest first.</summary>
    public IReadOnlyList<CgroupCounters> Samples => From(0);

    /// <summary>How many readings there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _samples.Count;
            }
        }
    }

    /// <summary>The readings from a position on.</summary>
    public IReadOnlyList<CgroupCounters> From(int position)
    {
        lock (_gate)
        {
            return [.. _samples[position..]];
        }
    }

    /// <summary>Reads now and records the reading; null when the cgroup cannot be read or is gone.</summary>
    public CgroupCounters? Read()
    {
        if (_reader?.Read(_time.GetUtcNow()) is not { } counters)
            return null;
        lock (_gate)
        {
            _samples.Add(counters);
        }

        _observer.Sample(counters);
        return counters;
    }

    /// <summary>Stops sampling; idempotent.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _sampling;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task SampleAsync()
    {
        using var timer = new PeriodicTimer(SandboxTimes.Sample, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
                Read();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }
}
