using Harness.Engines;
using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

[Collection("engine")] // containers are counted by the suite's name
public sealed class PodmanRunTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_suite_passes_on_Podman_and_its_record_says_how_that_was_found()
    {
        bed.Write();
        var environment = RealEngine.Environment;
        environment["XDG_RUNTIME_DIR"] = RuntimeFolder();

        var report = await bed.RunAsync(environment: environment, engine: EngineChoice.Podman, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var result = bed.Result();
        Assert.Equal(("podman", "default socket"), (result.Engine!.Kind, result.Engine.Discovery!.Source));
        Assert.Contains(
            new EnginePassedOver("DOCKER_HOST", environment["DOCKER_HOST"], "it is Docker, and 'podman' was asked for; 'docker' and 'auto' take it"),
            result.Engine.Discovery.PassedOver!);
        Assert.True(result.Runs[0].Attempts[0].Resources!.PeakMemoryBytes > 1 << 20);
        var journal = JournalReader.Read(Path.Combine(bed.Output, "bed", "journal.jsonl"));
        Assert.Equal(result.Engine.Discovery.Address, journal.Entries.Single(entry => entry.Kind == JournalKind.Engine).Discovery?.Address);
    }

    [Fact(Timeout = 180_000)]
    public async Task Memory_that_runs_out_on_Podman_is_named_though_no_event_says_so()
    {
        bed.Write("  - {name: hog, run: [python, -c, \"x = bytearray(1 << 30)\"]}\n", keys: "runs: 1\nlimits: {memory: 96MiB, disk: 64MiB}\n");
        var environment = RealEngine.Environment;
        environment["CONTAINER_HOST"] = RealEngine.Podman;

        var report = await bed.RunAsync(environment: environment, engine: EngineChoice.Podman, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        Assert.Equal(("memory-limit", "test:hog"), (bed.Result().Causes[0].Name, bed.Result().Causes[0].Step));
        Assert.Empty(bed.Result().Causes[0].Contradictions);
    }

    // Podman's socket where a user's own would be.
    private string RuntimeFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(bed.Path, "run", "podman"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "podman.sock"), new Uri(RealEngine.Podman).LocalPath);
        return Path.Combine(bed.Path, "run");
    }
}
