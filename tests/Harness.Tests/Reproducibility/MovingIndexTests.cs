using Harness.Reproducibility;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility;

/// <summary>An index that gains a version between two runs, on the engine.</summary>
[Collection("engine")]
public sealed class MovingIndexTests : IDisposable
{
    private const string Newer = "wordlist-2.0.0-py3-none-any.whl";

    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_version_that_appears_between_the_runs_is_environment_drift()
    {
        bed.Write("  - {name: python, run: [python, --version]}\n", requirements: "wordlist\n");
        var wheel = Path.Combine(bed.Path, "wheels", Newer);
        File.Delete(wheel);
        var progress = new ProgressList(wantsOutput: false)
        {
            Heard = heard =>
            {
                if (heard is { Kind: RunEventKind.StepEnded, Run: 1, Step: "install" })
                    File.Copy(Path.Combine(RealEngine.Wheels, Newer), wheel);
            },
        };
        var oneAtATime = new Dictionary<string, string>(RealEngine.Environment) { ["HARNESS_JOBS"] = "1" };

        var report = await bed.RunAsync(progress, oneAtATime, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.NotReproducible, report.ExitCode);
        var comparison = bed.Result().Reproducibility;
        Assert.Equal(ReproducibilityVerdict.EnvironmentDrift, comparison.Verdict);
        Assert.Contains(new Difference("version", "wordlist", "1.0.0", "2.0.0"), comparison.Differences);
        Assert.Equal(("environment-drift", "wordlist"), (bed.Result().Causes[0].Name, bed.Result().Causes[0].Subject));
        Assert.Contains("+wordlist==2.0.0", await File.ReadAllTextAsync(Path.Combine(bed.Output, "bed/diff/freeze.diff"), TestContext.Current.CancellationToken));
    }
}
