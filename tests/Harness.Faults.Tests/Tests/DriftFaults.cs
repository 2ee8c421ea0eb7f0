using Harness.Evidence;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;
using Harness.Faults.Tests.Lab.Packages;

namespace Harness.Faults.Tests.Tests;

public sealed class DriftFaults(FaultLab lab)
{
    private const string Twice = "runs: 2\n";

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_has_a_newer_version_the_second_time()
    {
        WheelFile older = new("moving", "1.0"), newer = new("moving", "1.1");
        var asked = 0;
        using var index = await PackageIndex.StartAsync(path => path switch
        {
            "/simple/moving/" => Interlocked.Increment(ref asked) == 1 ? IndexAnswer.Page(older.FileName) : IndexAnswer.Page(older.FileName, newer.FileName),
            _ => IndexAnswer.File((path.Contains("1.1", StringComparison.Ordinal) ? newer : older).Build()),
        });

        var result = await lab.RunAsync(new()
        {
            Cause = "environment-drift",
            Step = null,
            Subject = "moving",
            Remedy = "moving==1.",
            Python = index.Python,
            Keys = index.Environment + Twice,
            Requirements = "moving\n",
        });

        Assert.Equal(Verdict.NotReproducible, result.Verdict);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_source_build_that_gives_other_bytes_each_time() => lab.RunAsync(new()
    {
        Cause = "content-drift",
        Step = null,
        Subject = "lib/python3.11/site-packages/random_build.py",
        Remedy = "a wheel of random-build",
        Keys = Twice,
        Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
        Requirements = "random-build==1.0\n",
        Prepare = bench => bench.Write("wheels/random-build-1.0.tar.gz", new SdistFile("random-build", "1.0") { Content = "'# ' + os.urandom(8).hex()" }.Build()),
    });

    /// <summary>Nothing but C and a compiler: what it writes for debuggers names the folder that pip unpacked the source into, another each time.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task Machine_code_that_names_the_folder_it_was_built_in()
    {
        var package = new NativePackage("native", "int answer(void) { return 42; }\n");

        var result = await lab.RunAsync(new()
        {
            Cause = "content-drift",
            Step = null,
            Remedy = "a wheel of native",
            Image = LabEngine.ToolchainImage,
            Keys = Twice,
            Python = Wheelhouse.Key,
            Requirements = $"native=={NativePackage.Version}\n",
            Prepare = package.Write,
        });

        Assert.Matches(@"^lib/python3\.11/site-packages/native\..+\.so$", result.Causes[0].Subject);
        Assert.Equal("native-build", result.Reproducibility.Differences[0].Rule);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_test_that_fails_in_one_of_two_equal_runs()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "outcome-drift",
            Second = "test-failed",
            Step = null,
            Subject = "test:coin",
            Remedy = "test:coin",
            Keys = Twice + "workspace: {path: shared, access: read-write}\nuser: root\n",
            Prepare = bench => bench.Write("shared/empty", ""),
            Tests = Script.Shell("coin", "mkdir /workspace/seen"),
        });

        Assert.Equal(Verdict.Failed, result.Verdict);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_test_that_passes_the_second_time()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "flaky",
            Step = "test:coin",
            Subject = "coin",
            Remedy = "coin",
            Keys = "runs: 1\nretries: {attempts: 2, delay: 1s, tests: true}\nworkspace: {path: shared, access: read-write}\nuser: root\n",
            Prepare = bench => bench.Write("shared/empty", ""),
            Tests = Script.Shell("coin", "test -e /workspace/seen || { mkdir /workspace/seen; exit 1; }"),
        });

        Assert.Equal(Verdict.Passed, result.Verdict);
    }
}
