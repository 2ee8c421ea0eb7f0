using Harness.Benchmarks.Measuring;

namespace Harness.Benchmarks.Tools;

/// <summary>The docker command, as people use it.</summary>
internal sealed class DockerCommand(string image)
{
    public Task<Sample> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        MeasuredProcess.RunAsync(["docker", "run", "--rm", .. Hardening.Options, image, .. command], watch: false, cancellationToken);

    /// <summary>With its output thrown away where that costs least.</summary>
    public static Task<Sample> ExecAsync(string container, IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        MeasuredProcess.RunAsync(
            ["sh", "-c", "exec docker exec --user 1000:1000 \"$@\" >/dev/null", "sh", container, .. command], watch: false, cancellationToken);
}
