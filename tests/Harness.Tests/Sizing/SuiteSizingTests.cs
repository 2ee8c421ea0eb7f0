using Harness.History;
using Harness.Reporting;
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

        Assert.Equal((1, "The suite does not pass as it is."), (result.ExitCode, result.Problem));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("HARN5001", "test:program"), (finding.Code, finding.Text[..12]));
        Assert.StartsWith("out/160MiB-1cpus/bed/run-1/attempt-1/", finding.See, StringComparison.Ordinal);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_suite_that_lacks_memory_is_given_more_until_it_passes()
    {
        Write("held = bytearray(50 << 20)", "48MiB");

        var result = await SizeAsync(null);

        Assert.Equal((0, null), (result.ExitCode, result.Problem));
        Assert.Equal([(48L << 20, "memory-limit"), (96L << 20, null)], trials.Take(2).Select(trial => (trial.MemoryBytes, trial.Cause)));
        Assert.InRange(result.MemoryBytes!.Value, 49L << 20, 80L << 20);
        Assert.Equal(0, HistoryReport.Read([bed.Path], TestContext.Current.CancellationToken).Totals.Records); // no records of how it fares
    }

    [Fact(Timeout = 120_000)]
    public async Task More_memory_than_there_is_to_grant_is_not_tried()
    {
        Write("held = bytearray(200 << 20)", "24MiB");

        var result = await SizeAsync(null, ("HARNESS_MEMORY_BUDGET", "32MiB"));

        Assert.Equal((1, "The suite does not pass with 32MiB, and no more than 32 MiB may be granted here."), (result.ExitCode, result.Problem));
        Assert.Equal([24L << 20, 32L << 20], trials.Select(trial => trial.MemoryBytes));
        Assert.Equal("HARN4001", Assert.Single(result.Findings).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_trial_without_a_result_says_why_and_what_to_do()
    {
        Write("pass");

        var result = await SizeAsync(null, ("DOCKER_HOST", "unix:///nowhere/docker.sock"));

        Assert.Equal((4, "The trial with 160MiB-1cpus ended without a result (see out/160MiB-1cpus)."), (result.ExitCode, result.Problem));
        Assert.StartsWith("HARN200", Assert.Single(result.Findings).Code, StringComparison.Ordinal);
        Assert.Contains("  remedy  ", SizeText.Of(result.Findings), StringComparison.Ordinal);
    }

    // Nothing is installed, so that a trial is over soon.
    private void Write(string program, string memory = "160MiB") => bed.WriteRaw(
        "smoke.yml",
        $"schema: 1\nname: bed\nimage: {RealEngine.Image}\npython: {{environment: system}}\nlimits: {{memory: {memory}, cpus: 1}}\nworkspace: {{access: none}}\n"
        + $"tests:\n  - {{name: program, run: [python3, -c, \"{program}\"]}}\n");

    private async Task<SizeResult> SizeAsync(double? cpuFactor, params (string Name, string Value)[] variables)
    {
        using var stop = new RunStop();
        await using var registration = TestContext.Current.CancellationToken.Register(() => stop.Request());
        var environment = RealEngine.Environment;
        foreach (var (name, value) in variables)
            environment[name] = value;
        var request = new RunRequest { Suites = ["smoke.yml"], WorkingDirectory = bed.Path, Output = "out", Environment = environment };
        return await new SuiteSizing(request, new ProgressList(), TimeProvider.System, trials.Add).RunAsync(cpuFactor, stop);
    }
}
