using System.Globalization;
using System.Runtime.InteropServices;

namespace Harness.Benchmarks.Reporting;

/// <summary>The machine that the numbers are from, and how busy it was: without both they say nothing.</summary>
internal sealed record MachineFacts(string Processor, int Cores, long MemoryMiB, string System, string Runtime, double Load)
{
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"\n{Processor}, {Cores} cores, {MemoryMiB / 1024.0:0} GiB; {System}; {Runtime}; load of the last minute {Load:0.0}.\n");

    public static MachineFacts Read() => new(
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        $"Linux {File.ReadAllText("/proc/sys/kernel/osrelease").Trim()}",
        RuntimeInformation.FrameworkDescription,
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));
}
