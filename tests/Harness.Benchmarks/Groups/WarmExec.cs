using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>One command in a container that is there already.</summary>
internal sealed class WarmExec(SandboxBench sandboxes, RawEngineApi api)
{
    private static readonly string[] Command = ["true"];

    public async Task<ContestResult> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        await using var sandbox = await sandboxes.StartAsync(cancellationToken);
        var series = await Contest.RunAsync(
            [
                new("sandbox", token => Stopwatches.TimeAsync(() => sandboxes.RunAsync(sandbox, Command, token))),
                new("docker exec", token => DockerCommand.ExecAsync(sandbox.ContainerId, Command, token)),
                new("raw Engine API", token => Stopwatches.TimeAsync(() => api.ExecAsync(sandbox.ContainerId, Command, token))),
            ],
            rounds,
            cancellationToken);
        return new("engine", "`true` in a container that runs", series, [Target.Ratio(series[0], series[1], 0.70)]);
    }
}
