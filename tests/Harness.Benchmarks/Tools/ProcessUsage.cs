using System.Globalization;

namespace Harness.Benchmarks.Tools;

/// <summary>What a process has used so far, as the kernel counts it.</summary>
/// <param name="PeakBytes">Most resident memory.</param>
/// <param name="CpuSeconds">User and system time.</param>
internal sealed record ProcessUsage(long PeakBytes, double CpuSeconds)
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux

    /// <summary>Null when the process has ended.</summary>
    public static ProcessUsage? Read(int id)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            // The program's name stands in parentheses and may hold anything; numbers 14 and 15 of the line are what is wanted.
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return peak is null ? null : new(Number(peak.Split(' ')[^2]) * 1024, (Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes the kernel forget the peak of this process so far.</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
