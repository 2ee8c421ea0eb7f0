using System.Runtime.CompilerServices;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>A whole run of the quick start against a script that does the same by hand.</summary>
internal sealed class RunGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var output = Directory.CreateTempSubdirectory("harness-bench-").FullName;
        try
        {
            var series = await Contest.RunAsync(
                [
                    new("harness run", token => MeasuredProcess.RunAsync(
                        [surroundings.Tool, "run", surroundings.QuickStart, "--output", Path.Combine(output, "smoke"), "--quiet"], watch: true, token)),
                    new("by-hand.sh", token => MeasuredProcess.RunAsync(
                        [Surroundings.ByHand, surroundings.Image, surroundings.QuickStart, output], watch: false, token)),
                ],
                options.Rounds(9),
                cancellationToken);
            yield return new(
                "run", "The quick start: installed and tested twice in fresh containers, compared", series,
                [Target.Ratio(series[0], series[1], 0.75), Target.Memory(series[0], 90)]);
            yield return await new ManifestCost(surroundings).RunAsync(options.Rounds(5), cancellationToken);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
