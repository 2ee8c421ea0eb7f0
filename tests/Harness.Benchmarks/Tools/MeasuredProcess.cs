using System.Diagnostics;
using Harness.Benchmarks.Measuring;

namespace Harness.Benchmarks.Tools;

/// <summary>Runs a program to its end and measures it.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs it with its output thrown away; it must succeed.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="watch">Whether its memory and processor time are looked at while it runs.</param>
    /// <param name="cancellationToken">Kills it.</param>
    public static async Task<Sample> RunAsync(IReadOnlyList<string> command, bool watch, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await using var killed = cancellationToken.Register(() => process.Kill(entireProcessTree: true));

        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var usage = watch ? WatchAsync(process) : Task.FromResult<ProcessUsage?>(null);
        await process.WaitForExitAsync(CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(start);

        await output;
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"`{string.Join(' ', command)}` ended with {process.ExitCode}: {await errors}");
        return new(elapsed.TotalSeconds, (await usage)?.PeakBytes, (await usage)?.CpuSeconds);
    }

    // The kernel keeps the peak; what is missed is at most what the last look before the end was too early for.
    private static async Task<ProcessUsage?> WatchAsync(Process process)
    {
        ProcessUsage? last = null;
        while (!process.HasExited)
        {
            last = ProcessUsage.Read(process.Id) ?? last;
            await Task.Delay(Look);
        }

        return last;
    }
}
