using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>From nothing to the result of one command. Taking the container down comes after the clock has stopped.</summary>
internal sealed class FreshSandbox(SandboxBench sandboxes, RawEngineApi api, DockerCommand docker, string image)
{
    private static readonly string[] Command = ["true"];

    public async Task<ContestResult> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var series = await Contest.RunAsync(
            [
                new("sandbox", SandboxAsync),
                new("raw Engine API", RawAsync),
                new("docker run --rm", token => docker.RunAsync(Command, token)),
            ],
            rounds,
            cancellationToken);
        return new("engine", "A fresh container to the result of `true`", series, [Target.Ratio(series[0], series[1], 1.05)]);
    }

    private async Task<Sample> SandboxAsync(CancellationToken cancellationToken)
    {
        Engines.Sandboxes.Sandbox sandbox = null!;
        var sample = await Stopwatches.TimeAsync(async () => sandbox = await sandboxes.RunFreshAsync(Command, cancellationToken));
        await sandbox.CloseAsync();
        return sample;
    }

    private async Task<Sample> RawAsync(CancellationToken cancellationToken)
    {
        var id = "";
        var sample = await Stopwatches.TimeAsync(async () =>
        {
            id = await api.StartAsync(image, cancellationToken);
            await api.ExecAsync(id, Command, cancellationToken);
        });
        await api.RemoveAsync(id, cancellationToken);
        return sample;
    }
}
