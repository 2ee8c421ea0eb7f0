using Harness.Running;
using Harness.Sizing;
using Harness.Tests.Support;

namespace Harness.Tests.Sizing;

/// <summary>Sizes of suites, on the engine.</summary>
[Collection("engine")]
public sealed class SuiteSizingTests : IDisposable
{
    private readonly SuiteBed bed = new();
    private readonly List<SizeTrial> trials = [];

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task The_limits_that_are_found_suffice_and_less_memory_does_not()
    {
        Write("held = bytearray(100 << 20)");

        var result = await SizeAsync(20);

        Assert.Equal((0, null), (result.ExitCode, result.Problem));
        Assert.InRange(result.MemoryBytes!.Value, 101L << 20, 136L << 20);
        Assert.Equal(0.25, result.Cpus); // nobody minds, when a run may take twenty times as long
        Assert.Contains(trials, trial => trial.Passed && (trial.MemoryBytes, trial.Cpus) == (result.MemoryBytes, result.Cpus));
        Assert.Contains(trials, trial => !trial.Passed && trial.Cause == "memory-limit" && trial.MemoryBytes < result.MemoryBytes);
        Assert.True(File.Exists(Path.Combine(bed.Path, trials[^1].Folder, "bed", "result.json")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_suite_that_does_not_pass_has_no_size()
    {
        Write("assert False");

        var result = await SizeAsync(null);

        Assert.Equal((1, "The suite does not pass as it is (test-failed, see out/160MiB-1cpus)."), (result.ExitCode, result.Problem));
    }

    // Nothing is installed, so that a trial is over soon.
    private void Write(string program) => bed.WriteRaw(
        "smoke.yml",
        $"schema: 1\nname: bed\nimage: {RealEngine.Image}\npython: {{environment: system}}\nlimits: {{memory: 160MiB, cpus: 1}}\nworkspace: {{access: none}}\n"
        + $"tests:\n  - {{name: program, run: [python3, -c, \"{program}\"]}}\n");

    private async Task<SizeResult> SizeAsync(double? cpuFactor)
    {
        using var stop = new RunStop();
        await using var registration = TestContext.Current.CancellationToken.Register(() => stop.Request());
        var request = new RunRequest { Suites = ["smoke.yml"], WorkingDirectory = bed.Path, Output = "out", Environment = RealEngine.Environment };
        return await new SuiteSizing(request, new ProgressList(), TimeProvider.System, trials.Add).RunAsync(cpuFactor, stop);
    }
}
