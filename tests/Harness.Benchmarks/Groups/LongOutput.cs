using System.Globalization;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>A command that prints a great deal: Harness keeps head and tail of it, <c>docker exec</c> throws it away.</summary>
internal sealed class LongOutput(SandboxBench sandboxes, long bytes)
{
    public async Task<ContestResult> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        string[] command = ["sh", "-c", $"yes {new string('y', 79)} | head -c {bytes.ToString(CultureInfo.InvariantCulture)}"];
        await using var sandbox = await sandboxes.StartAsync(cancellationToken);
        var series = await Contest.RunAsync(
            [
                new("sandbox", token => WithMemoryAsync(() => sandboxes.RunAsync(sandbox, command, token))),
                new("docker exec", token => DockerCommand.ExecAsync(sandbox.ContainerId, command, token)),
            ],
            rounds,
            cancellationToken);
        return new(
            "engine", $"{bytes >> 20} MiB of output", series,
            [Target.Throughput(series[0], series[1], 0.90), Target.Memory(series[0], 100)]);
    }

    // Peak of this whole process, whose own code is part of it.
    private static async Task<Sample> WithMemoryAsync(Func<Task> work)
    {
        ProcessUsage.ForgetPeak();
        var sample = await Stopwatches.TimeAsync(work);
        return sample with { PeakBytes = ProcessUsage.Read(Environment.ProcessId)!.PeakBytes };
    }
}
