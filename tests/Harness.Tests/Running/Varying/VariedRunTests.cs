using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running.Varying;

/// <summary>Second runs that are varied, on the engine.</summary>
[Collection("engine")]
public sealed class VariedRunTests : IDisposable
{
    private const string Look =
        "import os, sys, time, socket; print(time.strftime('%z'), '%03o' % os.umask(0), len(os.sched_getaffinity(0)), socket.gethostname() == 'another-host',"
        + " os.getuid(), os.getcwd(), os.environ['PYTHONHASHSEED'], sys.getfilesystemencoding(), os.path.exists('requirements.txt'))";

    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task The_second_run_is_another_in_all_that_is_varied_and_still_the_same()
    {
        bed.Write(
            $"  - {{name: look, run: [python, -c, \"{Look}\"]}}\n",
            keys: "vary: [time-zone, locale, hash-seed, umask, cpus, hostname, user, working-directory]\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        Assert.Matches(@"^\+0000 022 [0-9]+ False 1000 /workspace 0 utf-8 True$", await LookAsync(1));
        Assert.Equal("+1345 077 1 True 4711 /opt/elsewhere/workspace 4711 ascii True", await LookAsync(2));
        Assert.Null(bed.Result().Runs[0].Varied);
        Assert.Equal(8, bed.Result().Runs[1].Varied!.Count);
        Assert.Null(bed.Result().Reproducibility.Variation);
    }

    [Fact(Timeout = 300_000)]
    public async Task The_variation_that_makes_a_test_fail_is_found_and_named()
    {
        bed.Write(
            "  - {name: clock, run: [python, -c, \"import time; assert time.strftime('%z') == '+0000', 'not at home'\"]}\n",
            keys: "vary: [umask, time-zone]\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        var result = bed.Result();
        Assert.Equal(ReproducibilityVerdict.OutcomeDrift, result.Reproducibility.Verdict);
        var variation = result.Reproducibility.Variation!;
        Assert.Equal(["time-zone"], variation.Guilty!);
        Assert.Equal(["", "umask", "time-zone"], variation.Trials.Select(trial => string.Join(' ', trial.Varied)));
        Assert.Equal([3, 4, 5], variation.Trials.Select(trial => trial.Run));
        Assert.Equal(5, result.Runs.Count);
        // That the test failed in one of the runs is the drift, and no cause besides.
        var drift = Assert.Single(result.Causes);
        Assert.Equal(("outcome-drift", "time-zone"), (drift.Name, drift.Environment));
        Assert.Contains(new EvidenceLine("stderr", "AssertionError: not at home"), drift.Evidence);
        Assert.Contains(new EvidenceLine("vary", "with only the time zone varied it differs (run 5); with nothing varied it does not (run 3)"), result.Causes[0].Evidence);
        Assert.Equal(result.Runs.Select(run => string.Join(' ', run.Varied ?? [])), Reexamination.Of(new ArtifactsFolder(bed.Output).Suite("bed"))!.Runs.Select(run => string.Join(' ', run.Varied ?? [])));
        Assert.True(File.Exists(Path.Combine(bed.Output, "bed/run-5/attempt-1/freeze.txt")));
        Assert.Contains("The runs differ when the time zone is varied: test:clock passed in run 1 and failed in run 2", await File.ReadAllTextAsync(Path.Combine(bed.Output, "summary.md"), TestContext.Current.CancellationToken));
    }

    private async Task<string> LookAsync(int run) => (await File.ReadAllTextAsync(
        Path.Combine(bed.Output, "bed", bed.Result().Runs[run - 1].Attempts[0].Steps[^1].Stdout!), TestContext.Current.CancellationToken)).TrimEnd();
}
