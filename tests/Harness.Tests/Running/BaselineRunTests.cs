using Harness.Evidence;
using Harness.Reproducibility.Baselines;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

[Collection("engine")]
public sealed class BaselineRunTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_run_tells_what_changed_since_the_last_one()
    {
        bed.Write(requirements: "greeter==1.0.0\n", keys: "runs: 1\n");
        var first = await RunAsync(baseline: "out"); // there is none yet
        var environment = bed.Result().Environment!;
        var note = bed.Result().Baseline!;

        bed.Write(requirements: "greeter==1.1.0\nwordlist==1.0.0\n", keys: "runs: 1\nlimits: {memory: 512MiB}\n");
        var second = await RunAsync(baseline: "out"); // the same folder, which is emptied

        Assert.Equal((ExitCodes.Passed, ExitCodes.Passed), (first.ExitCode, second.ExitCode));
        Assert.Equal((BaselineVerdict.NotCompared, "'out' does not exist. Name an artifacts folder or a result.json."), (note.Verdict, note.Note));
        Assert.Equal("3.11", environment.Python![..4]);
        Assert.NotNull(environment.Pip);
        var greeter = environment.Packages!.Single(package => package.Name == "greeter");
        Assert.Equal(("1.0.0", "greeter-1.0.0-py3-none-any.whl", 64), (greeter.Version, greeter.Archive, greeter.Sha256!.Length));
        var baseline = bed.Result().Baseline!;
        Assert.Equal(("out", Verdict.Passed), (baseline.Folder, baseline.Was));
        Assert.Equal(
            [new("package", "greeter", "1.0.0", "1.1.0"), new("package", "wordlist", "2.0.0", "1.0.0"), new("limit", "memory", "1GiB", "512MiB")],
            baseline.Changes);
        Assert.Contains(baseline.Measurements, measurement => measurement is { Kind: "peak-memory", Before: > 0, After: > 0 });
        Assert.Contains("Since out (", await File.ReadAllTextAsync(Path.Combine(bed.Output, "summary.md"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_install_that_gets_the_same_again_is_the_same()
    {
        bed.Write(keys: "runs: 1\n");
        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);
        Directory.Move(bed.Output, Path.Combine(bed.Path, "green"));

        await RunAsync(baseline: "green");

        var baseline = bed.Result().Baseline!;
        Assert.Equal((BaselineVerdict.Same, null), (baseline.Verdict, baseline.Unrecorded));
    }

    private async Task<RunReport> RunAsync(string baseline)
    {
        var environment = RealEngine.Environment;
        environment["HARNESS_BASELINE"] = baseline;
        return await bed.RunAsync(environment: environment, cancellationToken: TestContext.Current.CancellationToken);
    }
}
