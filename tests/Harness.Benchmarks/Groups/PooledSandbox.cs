using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;
using Harness.Engines.Sandboxes.Pool;

namespace Harness.Benchmarks.Groups;

/// <summary>
/// From nothing to the result of one command where a pool had the time to prepare: the sandbox before works for a second, as those of
/// a suite do for longer.
/// </summary>
internal sealed class PooledSandbox(SandboxBench sandboxes, DockerCommand docker)
{
    private static readonly string[] Command = ["true"];
    private static readonly string[] Work = ["sleep", "1"];

    public async Task<ContestResult> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        await using var pool = sandboxes.CreatePool(int.MaxValue);
        await NextAsync(pool, cancellationToken); // the first one has nobody before it
        var series = await Contest.RunAsync(
            [new("pooled sandbox", token => NextAsync(pool, token)), new("docker run --rm", token => docker.RunAsync(Command, token))],
            rounds,
            cancellationToken);
        return new("engine", "A sandbox of a pool to the result of `true`", series, [Target.Ratio(series[0], series[1], 0.30)]);
    }

    private async Task<Sample> NextAsync(SandboxPool pool, CancellationToken cancellationToken)
    {
        Engines.Sandboxes.Sandbox sandbox = null!;
        var sample = await Stopwatches.TimeAsync(async () =>
        {
            sandbox = await pool.TakeAsync(new SilentObserver(), cancellationToken);
            await sandboxes.RunAsync(sandbox, Command, cancellationToken);
        });
        await sandboxes.RunAsync(sandbox, Work, cancellationToken);
        await sandbox.CloseAsync();
        return sample;
    }
}
