using System.Diagnostics;

namespace Harness.Benchmarks.Measuring;

/// <summary>Takes the time of things within this process.</summary>
internal static class Stopwatches
{
    public static async Task<Sample> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
