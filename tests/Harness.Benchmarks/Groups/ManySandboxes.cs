using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>Many containers, each with one command, until the last is gone.</summary>
internal static class ManySandboxes
{
    private static readonly string[] Command = ["true"];

    public static async Task<ContestResult> RunAsync(
        SandboxBench sandboxes, DockerCommand docker, int count, int atOnce, int rounds, CancellationToken cancellationToken)
    {
        var series = await Contest.RunAsync(
            [
                new("sandboxes", token => AllAsync(count, atOnce, async () =>
                {
                    await using var sandbox = await sandboxes.RunFreshAsync(Command, token);
                }, token)),
                new("docker run --rm", token => AllAsync(count, atOnce, () => docker.RunAsync(Command, token), token)),
            ],
            rounds,
            cancellationToken);
        return new("engine", atOnce == 1 ? $"{count} containers in a row" : $"{count} containers at once", series, []);
    }

    private static Task<Sample> AllAsync(int count, int atOnce, Func<Task> one, CancellationToken cancellationToken) =>
        Stopwatches.TimeAsync(() => Parallel.ForAsync(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (_, _) => await one()));
}
