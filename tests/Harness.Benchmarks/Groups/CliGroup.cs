using System.Runtime.CompilerServices;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>What it costs to start the command at all.</summary>
internal sealed class CliGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var series = await Contest.RunAsync(
            [
                Process("harness --version", surroundings.Tool, "--version"),
                Process("harness lint", surroundings.Tool, "lint", surroundings.QuickStart),
                Process(".NET hello world", surroundings.Hello),
                Process("docker --version", "docker", "--version"),
            ],
            options.Rounds(25),
            cancellationToken);
        yield return new("cli", "Starting the command", series, [Target.Time(series[0], 60), Target.Time(series[1], 110)]);
    }

    private static Contender Process(string name, params string[] command) =>
        new(name, token => MeasuredProcess.RunAsync(command, watch: false, token));
}
