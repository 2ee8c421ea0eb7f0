using System.Runtime.CompilerServices;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>Sandboxes against the docker command and against the bare Engine API.</summary>
internal sealed class EngineGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var sandboxes = await SandboxBench.ConnectAsync(surroundings, cancellationToken);
        using var api = new RawEngineApi(surroundings.Engine);
        var docker = new DockerCommand(surroundings.Image);

        yield return await new FreshSandbox(sandboxes, api, docker, surroundings.Image).RunAsync(options.Rounds(15), cancellationToken);
        yield return await new PooledSandbox(sandboxes, docker).RunAsync(options.Rounds(15), cancellationToken);
        yield return await new WarmExec(sandboxes, api).RunAsync(options.Rounds(25), cancellationToken);
        yield return await new LongOutput(sandboxes, options.Quick ? 64 << 20 : 1 << 30).RunAsync(options.Rounds(3), cancellationToken);
        yield return await ManySandboxes.RunAsync(sandboxes, docker, options.Quick ? 4 : 20, 1, options.Rounds(3), cancellationToken);
        yield return await ManySandboxes.RunAsync(sandboxes, docker, options.Quick ? 4 : 8, options.Quick ? 4 : 8, options.Rounds(5), cancellationToken);
    }
}
